import { nameStems } from '../core/names.ts';
import { createByteClass, type ByteClass } from '../kernel/byte-class.ts';
import type { Following, Keyword } from '../kernel/keyword.ts';
import { marks, type MarkUse } from './marks.ts';

/** A literal that is looked for whatever the formats are, and whose it is. */
export interface SharedKeyword {
  readonly keyword: Keyword;
  readonly owners: readonly SharedOwner[];
}

export type SharedOwner = { readonly kind: 'stem' } | { readonly kind: MarkUse; readonly length: number };

interface Shared {
  keyword: Keyword;
  readonly owners: SharedOwner[];
}

function readShared(): readonly SharedKeyword[] {
  const known = new Map<string, Shared>();
  const add = (text: string, owner: SharedOwner, conditions: Omit<Keyword, 'text'> = {}): void => {
    const entry = known.get(text);
    if (entry === undefined) known.set(text, { keyword: { text, isCaseless: true, ...conditions }, owners: [owner] });
    else {
      entry.owners.push(owner);
      // what has several uses is told wherever it stands
      entry.keyword = { text, isCaseless: true };
    }
  };
  for (const text of getStems()) add(text, { kind: 'stem' });
  for (const { text, use, isExact, before, follows } of marks) {
    const conditions = { ...(isExact === undefined ? {} : { isCaseless: false }), ...(before === undefined ? {} : { before }), ...(follows === undefined ? {} : { follows }) };
    add(text, { kind: use, length: text.length }, placed.has(use) ? conditions : { once: flags.indexOf(use) + 1, ...conditions });
  }
  return [...known.values()];
}

/** Of other marks it is enough to know that there is one. */
const placed: ReadonlySet<MarkUse> = new Set(['reference', 'mention', 'call', 'converted', 'typed', 'command', 'told', 'program', 'spelled']);
const flags: readonly MarkUse[] = ['policy', 'comment', 'escape', 'hidden', 'source', 'field'];

/** The alternatives of the stems, in bytes three or more. A bundle writes what is not ASCII as escapes. */
const getStems = (): string[] => nameStems.source.replace(/\\(?:u(?<four>[\dA-Fa-f]{4})|x(?<two>[\dA-Fa-f]{2}))/gu, (...found) => String.fromCharCode(Number.parseInt(String(found[1] ?? found[2]), 16))).split('|').flatMap((stem) => {
  const [literal = ''] = stem.toLowerCase().split('(?!');
  if (literal === 'pw') return ['pw_', 'pw-', 'pw"', "pw'", 'pw ', 'pw=', 'pw:', 'pw)', 'pw]', 'pw>', 'pw,', 'pw.', 'pw1', 'pw2', 'pw\n', 'pw\t', 'pw(', 'pw`', 'pw;'];
  const set = /\[(?<characters>[^[\]]{1,8})\]/u.exec(literal);
  const all = set === null ? [literal] : Array.from(set.groups?.['characters'] ?? '', (character) => literal.replace(set[0], character));
  return all.flatMap(toCases);
});

/** Of letters beyond ASCII the kernel knows no case. */
const toCases = (stem: string): string[] => (/[^\u0000-\u007F]/u.test(stem) ? [...new Set([stem, stem.charAt(0).toUpperCase() + stem.slice(1), stem.toUpperCase()])] : [stem]);

export const sharedKeywords: readonly SharedKeyword[] = readShared();

/** With what must stand behind them. */
export const getSharedKeywords = (): readonly Keyword[] => sharedKeywords.map(toKeyword);

function toKeyword({ keyword, owners }: SharedKeyword): Keyword {
  if (owners.every(({ kind }) => kind === 'call') && !keyword.text.endsWith('(')) return { ...keyword, follows: opening };
  const bytes = owners.every(({ kind }) => kind === 'stem') ? behind.get(keyword.text) : undefined;
  return bytes === undefined ? keyword : { ...keyword, follows: [{ bytes, count: 1 }] };
}

/** The rest of a name, and the bracket of what it is given. */
const opening: readonly Following[] = [
  { bytes: createByteClass([46, 46], [48, 57], [65, 90], [95, 95], [97, 122]), count: 0, most: 20 },
  { bytes: createByteClass([9, 9], [32, 32]), count: 0, most: 4 },
  { bytes: createByteClass([40, 40]), count: 1 },
];

const notLetters = createByteClass([0, 64], [91, 96], [123, 255]);

/** What stands behind a stem where it ends a word, and behind a key that is not the beginning of `keyword`. */
const behind: ReadonlyMap<string, ByteClass> = new Map([
  ['pat', notLetters],
  ['mdp', notLetters],
  ['key', createByteClass([0, 96], [115, 115], [123, 255])],
]);
