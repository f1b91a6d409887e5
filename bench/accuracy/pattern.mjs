// Makes a text that a pattern describes: literals, classes, `\s`, groups of alternatives, `?`, `{n}`, `{a,b}`.

/** Of a wide repetition only its lower end is used: `{20,2000}` gives 20 to 26. */
export function sample(pattern, random) {
  const reader = { pattern, at: 0, random };
  const text = readAlternatives(reader);
  if (reader.at !== pattern.length) throw new Error(`pattern ${pattern}: stopped at ${reader.at}`);
  return text;
}

function readAlternatives(reader) {
  const choices = [readSequence(reader)];
  while (reader.pattern[reader.at] === '|') {
    reader.at++;
    choices.push(readSequence(reader));
  }
  return choices[reader.random.below(choices.length)]();
}

/** A sequence is made only when it is the one chosen. */
function readSequence(reader) {
  const parts = [];
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at])) parts.push(readPart(reader));
  return () => parts.map((make) => make()).join('');
}

function readPart(reader) {
  const make = readAtom(reader);
  const { low, high } = readRepetition(reader);
  return () => {
    const count = low + reader.random.below(Math.min(high, low + Math.max(4, low * 0.3)) - low + 1);
    return Array.from({ length: count }, make).join('');
  };
}

function readAtom(reader) {
  const character = reader.pattern[reader.at++];
  if (character === '[') return readClass(reader);
  if (character === '\\') return escaped(reader);
  if (character !== '(') return () => character;
  const inner = getGroup(reader);
  return () => sample(inner, reader.random);
}

function getGroup(reader) {
  const start = reader.at;
  for (let depth = 1; depth > 0; reader.at++) {
    const character = reader.pattern[reader.at];
    if (character === '\\') reader.at++;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
  }
  return reader.pattern.slice(start, reader.at - 1);
}

function escaped(reader) {
  const character = reader.pattern[reader.at++];
  return () => (character === 's' ? ' ' : character);
}

function readClass(reader) {
  const end = reader.pattern.indexOf(']', reader.at);
  const body = reader.pattern.slice(reader.at, end);
  reader.at = end + 1;
  let alphabet = '';
  for (let index = 0; index < body.length; index++) {
    if (body[index + 1] !== '-' || index + 2 >= body.length) alphabet += body[index];
    else {
      for (let code = body.charCodeAt(index); code <= body.charCodeAt(index + 2); code++) alphabet += String.fromCharCode(code);
      index += 2;
    }
  }
  return () => alphabet[reader.random.below(alphabet.length)];
}

function readRepetition(reader) {
  if (reader.pattern[reader.at] === '?') {
    reader.at++;
    return { low: 0, high: 1 };
  }
  if (reader.pattern[reader.at] !== '{') return { low: 1, high: 1 };
  const end = reader.pattern.indexOf('}', reader.at);
  const [low, high] = reader.pattern.slice(reader.at + 1, end).split(',');
  reader.at = end + 1;
  return { low: Number(low), high: high === undefined ? Number(low) : high === '' ? Infinity : Number(high) };
}
