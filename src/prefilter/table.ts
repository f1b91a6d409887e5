import type { Anchor } from '../core/anchor-search.ts';
import { toAnchors } from '../core/detect.ts';
import type { Detector } from '../core/detector.ts';
import { nameStems } from '../core/names.ts';
import type { Keyword } from '../kernel/keyword.ts';
import { marks, type MarkUse } from './marks.ts';
import { getTokenKeywords, toTokenKeywords } from './token-keywords.ts';

/** What the kernel looks for, and whose it is. */
export interface Table {
  /** Takes some milliseconds: not asked for where the kernel has an image of them. */
  readonly getKeywords: () => readonly Keyword[];
  /** Undefined for what is no keyword. */
  readonly getOwners: (keyword: number) => readonly Owner[] | undefined;
}

export type Owner = { readonly kind: 'stem' } | { readonly kind: 'format' | 'word'; readonly anchor: Anchor<Detector> } | { readonly kind: MarkUse; readonly length: number };

/** Literals that anybody may own come first; a row of a format has keywords of its own, with its conditions for each anchor. */
export function createTable(getDetectors: () => readonly Detector[], custom: readonly Detector[]): Table {
  const shared = readShared();
  let formats: readonly (readonly Owner[])[] | undefined;
  return {
    getKeywords: () => [...shared.map(({ keyword }) => keyword), ...getDetectors().flatMap(getTokenKeywords), ...custom.flatMap(toTokenKeywords)],
    getOwners: (keyword) => shared[keyword]?.owners ?? (formats ??= [...getDetectors(), ...custom].flatMap(toOwners))[keyword - shared.length],
  };
}

/** One entry for each keyword of the format. */
function toOwners(detector: Detector): readonly (readonly Owner[])[] {
  const kind = detector.anchors === undefined ? 'word' : 'format';
  return toAnchors(detector).map((anchor) => [{ kind, anchor }]);
}

interface Shared {
  keyword: Keyword;
  readonly owners: Owner[];
}

function readShared(): readonly Shared[] {
  const known = new Map<string, Shared>();
  const add = (text: string, owner: Owner, once?: number): void => {
    const entry = known.get(text);
    if (entry === undefined) known.set(text, { keyword: { text, isCaseless: true, ...(once === undefined ? {} : { once }) }, owners: [owner] });
    else {
      entry.owners.push(owner);
      // what has several uses is told wherever it stands
      entry.keyword = { text, isCaseless: true };
    }
  };
  for (const text of getStems()) add(text, { kind: 'stem' });
  for (const { text, use } of marks) add(text, { kind: use, length: text.length }, placed.has(use) ? undefined : flags.indexOf(use) + 1);
  return [...known.values()];
}

/** Of other marks it is enough to know that there is one. */
const placed: ReadonlySet<MarkUse> = new Set(['reference', 'call', 'converted', 'typed', 'command', 'told']);
const flags: readonly MarkUse[] = ['mention', 'policy', 'comment', 'escape', 'hidden', 'source', 'program'];

/** The alternatives of the stems, in bytes three or more. A bundle writes what is not ASCII as escapes. */
const getStems = (): string[] => nameStems.source.replace(/\\(?:u(?<four>[\dA-Fa-f]{4})|x(?<two>[\dA-Fa-f]{2}))/gu, (...found) => String.fromCharCode(Number.parseInt(String(found[1] ?? found[2]), 16))).split('|').flatMap((stem) => {
  const [literal = ''] = stem.toLowerCase().split('(?!');
  if (literal === 'pw') return ['pw_', 'pw-', 'pw"', "pw'", 'pw ', 'pw=', 'pw:', 'pw)', 'pw]', 'pw>', 'pw,', 'pw.', 'pw1', 'pw2', 'pw\n', 'pw\t', 'pw(', 'pw`', 'pw;'];
  const set = /\[(?<characters>[^[\]]{1,8})\]/u.exec(literal);
  return set === null ? [literal] : Array.from(set.groups?.['characters'] ?? '', (character) => literal.replace(set[0], character));
});
