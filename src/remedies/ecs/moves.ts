import type { Edit } from '../../core/edit.ts';
import type { Range } from '../../core/range.ts';
import type { EcsEntry, EcsList } from '../../core/sites/ecs.ts';
import { isInLine, toBlockEdits } from './block.ts';
import { quoteLike, toSecretText, type Move } from './entry.ts';

/**
 * Moves entries of one container. Undefined where the lists are laid out in a way that no edit keeps.
 *
 * Edits of two single moves merge where each place has a neighbour that stays: entries of `secrets`, and entries of
 * `environment` that no one moves. Elsewhere the commas of the result depend on which moves are made, so such edits overlap on
 * purpose: they are refused together, and are right one after the other or as the moves of one call.
 */
export function toMoveEdits(text: string, moves: readonly Move[]): readonly Edit[] | undefined {
  const [first] = moves;
  if (first === undefined) return [];
  const { environment, secrets } = first.site;
  if (!environment.isFlow) return isInLine(text, environment) || secrets?.isFlow === true ? undefined : toBlockEdits(text, moves, first);
  return secrets?.isFlow === false ? undefined : toFlowEdits(text, moves, first);
}

function toFlowEdits(text: string, moves: readonly Move[], { site, keys }: Move): readonly Edit[] {
  const { environment, secrets } = site;
  const entries = moves.map((move) => toSecretText(text, move));
  const moved = new Set(moves.map((move) => move.site.index));
  const removed = remove(text, environment, moved);
  if (secrets !== undefined) return [...removed, addToSecrets(text, secrets, environment, entries)];
  const layout = getLayout(text, environment);
  const key = quoteLike(text.charAt(environment.keyRange[0]), keys.list);
  const lead = site.isFlow ? `,${getSpaceBefore(text, environment.keyRange[0])}` : `${text.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(getColumn(text, environment.keyRange[0]))}`;
  const member = `${lead}${key}${text.slice(environment.keyRange[1], environment.range[0])}${writeList(entries, layout)}`;
  const end = environment.range[1];
  const whole = removed.find(({ range }) => range[1] === end);
  if (whole !== undefined) return [{ range: whole.range, text: whole.text + member }];
  // takes the bracket in, so that two of these overlap
  return [...removed, { range: [end - 1, end], text: `]${member}` }];
}

function addToSecrets(text: string, secrets: EcsList, environment: EcsList, entries: readonly string[]): Edit {
  const last = secrets.entries.at(-1);
  if (last === undefined) return { range: secrets.range, text: writeList(entries, getLayout(text, environment)) };
  const space = getSpaceBefore(text, last.range[0]);
  return { range: [last.range[1], last.range[1]], text: entries.map((entry) => `,${space}${entry}`).join('') };
}

/** Takes entries out with the comma on the far side of an entry that stays for sure. */
function remove(text: string, list: EcsList, moved: ReadonlySet<number>): Edit[] {
  const anchor = list.entries.findIndex(({ isMovable }, index) => !isMovable && !moved.has(index));
  if (anchor < 0) return [rewrite(text, list, moved)];
  return [...moved].map((index) => ({ range: getRemovedRange(list.entries, index, anchor), text: '' }));
}

function getRemovedRange(entries: readonly EcsEntry[], index: number, anchor: number): Range {
  const entry = entries[index]?.range ?? [0, 0];
  if (index < anchor) return [entry[0], entries[index + 1]?.range[0] ?? entry[1]];
  return [entries[index - 1]?.range[1] ?? entry[0], entry[1]];
}

function rewrite(text: string, list: EcsList, moved: ReadonlySet<number>): Edit {
  const kept = list.entries.filter((_, index) => !moved.has(index)).map(({ range }) => text.slice(...range));
  return { range: list.range, text: kept.length === 0 ? '[]' : writeList(kept, getLayout(text, list)) };
}

/** White space around the entries of a list. */
interface Layout {
  readonly before: string;
  readonly after: string;
}

function getLayout(text: string, { entries, range }: EcsList): Layout {
  const last = entries.at(-1)?.range[1] ?? range[0] + 1;
  return { before: getSpaceBefore(text, entries[0]?.range[0] ?? last), after: /(?<!\s)\s*$/u.exec(text.slice(last, range[1] - 1))?.[0] ?? '' };
}

const writeList = (entries: readonly string[], { before, after }: Layout): string => `[${before}${entries.join(`,${before}`)}${after}]`;

const getColumn = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

function getSpaceBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && /\s/u.test(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
}
