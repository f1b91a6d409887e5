import { getSpellings } from '../../src/core/near.ts';
import { parseExpression, type Expression } from '../../src/core/expressions/parse.ts';
import type { CharSet } from '../../src/core/expressions/char-set.ts';
import type { Detector } from '../../src/core/detector.ts';
import { samples } from './samples.ts';

/** A text in which a detector must find something, made from its own pattern: the same seed always gives the same one. */
export function makeSample(detector: Detector, seed = 1): { readonly text: string; readonly value: string; readonly name?: string } {
  const own = samples[detector.id]?.(`${detector.id} ${String(seed)}`);
  if (own !== undefined) return { text: own, value: own };
  const random = createRandom(`${detector.id} ${String(seed)}`);
  const value = write(read(detector.pattern), random);
  const [word] = detector.near ?? [];
  const [spelling = ''] = word === undefined ? [] : getSpellings(word);
  return { text: word === undefined ? value : `${spelling}_secret_key = "${value}"`, value, name: word === undefined ? 'client' : `${spelling}_secret_key` };
}

/** A text that an expression takes. */
export function writeMatch(expression: RegExp, seed: string): string {
  return write(read(expression), createRandom(seed));
}

/** As it is written: of upper and lower case, the one that stands there. */
const read = ({ source, flags }: RegExp): Expression => parseExpression(source, flags.replace('i', ''));

type Random = (limit: number) => number;

/** xorshift32 (Marsaglia 2003) */
function createRandom(seed: string): Random {
  let state = 2_166_136_261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16_777_619);
  const next: Random = (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  // the first is close to the seed
  next(1);
  return next;
}

function write(node: Expression, random: Random): string {
  switch (node.type) {
    case 'set':
      return pickFrom(node.set, random);
    case 'sequence':
      return node.items.map((item) => write(item, random)).join('');
    case 'choice': {
      const chosen = node.options[random(node.options.length)];
      return chosen === undefined ? '' : write(chosen, random);
    }
    case 'repeat': {
      const most = Math.min(node.max, Math.max(node.min, 24));
      return Array.from({ length: node.min + random(most - node.min + 1) }, () => write(node.body, random)).join('');
    }
    default:
      return '';
  }
}

const printable = Array.from({ length: 94 }, (_, index) => index + 33);

/** A character of the set: a letter or digit where it has some. */
function pickFrom(set: CharSet, random: Random): string {
  const taken = printable.filter((point) => set.some(([first, last]) => first <= point && point <= last)).map((point) => String.fromCharCode(point));
  const plain = taken.filter((character) => /[A-Za-z\d]/u.test(character));
  const characters = plain.length > 1 ? plain : taken.length > 0 ? taken : [String.fromCodePoint(set[0]?.[0] ?? 0x20)];
  return characters.length === 1 ? (characters[0] ?? '') : (characters[random(characters.length)] ?? '');
}
