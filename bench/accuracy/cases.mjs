// Reads case files and fills them. A case file holds files, each after a line `=== path`. In them `«!kind»` is a value that has to
// be reported, `«?kind»` one that may be, `«kind»` one that must not be; `«!»` alone labels its line; `«*20»` in front of a
// line repeats it, each time with other values. `kind#id` gives the same value at each place of the file. `=== path | utf16le` says
// how the file is written: utf8, bom, utf16le, utf16be, latin1 or crlf.
import { makeRandom } from './random.mjs';
import { makeValue } from './values.mjs';

const markers = /«([!?]?)([^»]*)»/gu;

/** The files of a case file: path and text with markers. */
export function readCases(text) {
  return text
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      const [path, encoding = 'utf8'] = part.slice(0, end).trim().split(' | ');
      return { path, encoding, template: part.slice(end + 1).replace(/\n+$/u, '\n') };
    });
}

/** The text with its values and the labelled units: lines, or a block of lines where a value has several. */
export function fillCase({ path, template }, seed) {
  const random = makeRandom(`${seed}/${path}`);
  const known = new Map();
  const lines = [];
  const units = [];
  for (const line of template.replace(/\n$/u, '').split('\n').flatMap(repeat)) {
    let label = '';
    const filled = line.replaceAll(markers, (_, mark, content) => {
      if (mark !== '') label = mark === '!' || label === '!' ? '!' : '?';
      return getValue(content, known, random);
    });
    const own = filled.split('\n');
    if (label !== '') units.push({ from: lines.length + 1, to: lines.length + own.length, isSecret: label === '!', template: line });
    lines.push(...own.map((text) => ({ text, template: line })));
  }
  return { text: `${lines.map(({ text }) => text).join('\n')}\n`, templates: lines.map((line) => line.template), units };
}

export function encode(text, encoding) {
  switch (encoding) {
    case 'bom':
      return Buffer.from(`\uFEFF${text}`);
    case 'crlf':
      return Buffer.from(text.replaceAll('\n', '\r\n'));
    case 'latin1':
      return Buffer.from(text, 'latin1');
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    default:
      return Buffer.from(text);
  }
}

function repeat(line) {
  const match = /^«\*(\d+)»/u.exec(line);
  return match === null ? [line] : Array.from({ length: Number(match[1]) }, () => line.slice(match[0].length));
}

function getValue(content, known, random) {
  const [kind, id] = content.split('#');
  if (id === undefined) return makeValue(kind, random);
  if (!known.has(content)) known.set(content, makeValue(kind, random));
  return known.get(content);
}
