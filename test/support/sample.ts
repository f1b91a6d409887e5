import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { getSpellings } from '../../src/core/near.ts';
import type { Detector } from '../../src/core/detector.ts';
import { samples } from './samples.ts';

/** A text in which a detector must find something, made from its own pattern: the same seed always gives the same one. */
export function makeSample(detector: Detector, seed = 1): { readonly text: string; readonly value: string; readonly name?: string } {
  const own = samples[detector.id]?.(`${detector.id} ${String(seed)}`);
  if (own !== undefined) return { text: own, value: own };
  const random = createRandom(`${detector.id} ${String(seed)}`);
  const { pattern } = new RegExpParser().parseLiteral(String(detector.pattern));
  const value = writeAlternatives(pattern.alternatives, random);
  const [word] = detector.near ?? [];
  const [spelling = ''] = word === undefined ? [] : getSpellings(word);
  return { text: word === undefined ? value : `${spelling}_secret_key = "${value}"`, value, name: word === undefined ? 'client' : `${spelling}_secret_key` };
}

/** A text that an expression takes. */
export function writeMatch(expression: RegExp, seed: string): string {
  const { pattern } = new RegExpParser().parseLiteral(String(expression));
  return writeAlternatives(pattern.alternatives, createRandom(seed));
}

type Random = (limit: number) => number;

/** xorshift32 (Marsaglia 2003) */
function createRandom(seed: string): Random {
  let state = 2_166_136_261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16_777_619);
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

function writeAlternatives(alternatives: readonly AST.Alternative[], random: Random): string {
  const chosen = alternatives[random(alternatives.length)];
  return (chosen?.elements ?? []).map((element) => write(element, random)).join('');
}

function write(element: AST.Element, random: Random): string {
  if (element.type === 'Character') return String.fromCodePoint(element.value);
  if (element.type === 'CharacterSet' || element.type === 'CharacterClass') return pickFrom(element.raw, random);
  if (element.type === 'Group' || element.type === 'CapturingGroup') return writeAlternatives(element.alternatives, random);
  if (element.type !== 'Quantifier') return '';
  const most = Math.min(element.max, Math.max(element.min, 24));
  const count = element.min + random(most - element.min + 1);
  return Array.from({ length: count }, () => write(element.element, random)).join('');
}

const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(index + 33));

/** A character that the class takes: a letter or digit where it takes some. */
function pickFrom(raw: string, random: Random): string {
  const test = new RegExp(`^${raw}$`, 'u');
  const taken = printable.filter((character) => test.test(character));
  const plain = taken.filter((character) => /[A-Za-z\d]/u.test(character));
  const characters = plain.length > 1 ? plain : taken.length > 0 ? taken : [' '];
  return characters[random(characters.length)] ?? '';
}
