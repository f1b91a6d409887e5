import { getPosition } from '../range.ts';
import { isDate, isExpired, type Place, type Suppression } from './suppression.ts';

/** A `paramguard-disable…` comment, or one of ESLint that names a rule of ours. */
export interface Comment extends Suppression {
  readonly host: 'paramguard' | 'eslint';
  /** Where it stands, counted from 1. */
  readonly line: number;
  /** The lines that it speaks of, both included. */
  readonly first: number;
  readonly last: number;
  /** Rules and kinds; empty for all. */
  readonly names: readonly string[];
  /** Where an `enable` ends it for one name before `last`. */
  readonly ends: ReadonlyMap<string, number>;
  /** It may stand in a text that shows how comments are written. */
  readonly isQuoted: boolean;
  /** Why it has no effect. */
  readonly fault?: 'no-reason' | 'no-date' | 'no-block';
}

/**
 * `// paramguard-disable-next-line no-hardcoded-secrets until 2027-01-31 -- rotated in May`: in the syntax of any comment, on its line,
 * the next one, from there to `paramguard-enable`, or in the whole file.
 */
export function findComments(text: string, lineStarts: readonly number[]): Comment[] {
  if (!text.includes('paramguard')) return [];
  const comments: Draft[] = [];
  const open: Draft[] = [];
  for (const found of text.matchAll(directive)) {
    const { host = '', verb = '', scope = '' } = found.groups ?? {};
    const rest = getRest(text, found.index + found[0].length);
    const parsed = parseRest(rest, host === 'eslint');
    const before = getLineBefore(text, found.index);
    if (!isComment(before) || (host === 'eslint' && (parsed.names.length === 0 || scope === '-file'))) continue;
    const { line } = getPosition(lineStarts, found.index);
    if (verb === 'enable') {
      if (close(open, host, parsed.names, line) || host === 'eslint') continue;
      comments.push({ ...base(found[0], host, line), isQuoted: isQuoted(before), names: parsed.names, first: line, last: line, fault: 'no-block' });
      continue;
    }
    const [first, last] = getLines(scope, line);
    const draft: Draft = { ...base(found[0], host, line), isQuoted: isQuoted(before), ...parsed, first, last };
    comments.push(draft);
    if (scope === '') open.push(draft);
  }
  return comments;
}

/** Whether the finding is on a line and of a name that the comment speaks of. */
export function covers(comment: Comment, place: Place, today: string): boolean {
  if (comment.fault !== undefined || isExpired(comment, today)) return false;
  const { names, ends, first, last } = comment;
  const own = [place.ruleId, place.kind];
  // a secret of several lines is met by a comment behind its last one
  const line = first === last && first >= place.lines[0] && first <= place.lines[1] ? first : place.lines[0];
  if (line < first || line > last) return false;
  if (names.length === 0) return own.every((name) => line <= (ends.get(name) ?? last));
  return own.some((name) => names.includes(name) && line <= (ends.get(name) ?? last));
}

type Draft = { -readonly [Key in keyof Comment]: Key extends 'ends' ? Map<string, number> : Comment[Key] };

const directive = /(?<host>paramguard|eslint)-(?<verb>disable|enable)(?<scope>-next-line|-line|-file)?(?![\w-])/gu;

const base = (label: string, host: string, line: number) => ({ source: 'comment' as const, label, host: host as Comment['host'], line, reason: '', ends: new Map<string, number>() });

const getLines = (scope: string, line: number): [number, number] => {
  if (scope === '-line') return [line, line];
  if (scope === '-next-line') return [line + 1, line + 1];
  return [scope === '-file' ? 1 : line, Infinity];
};

/** The rest of the line, or of the comment where it ends before. */
const getRest = (text: string, start: number): string => {
  const line = /^[^\r\n]{0,600}/u.exec(text.slice(start, start + 600))?.[0] ?? '';
  return line.replace(/(?:\*\/|-->|#\}|--\}\}|%>).*/u, '');
};

function parseRest(rest: string, isForeign: boolean): Pick<Draft, 'names' | 'reason' | 'until' | 'fault'> {
  const split = /(?:^|[\t ])--[\t ]/u.exec(rest);
  const head = split === null ? rest : rest.slice(0, split.index);
  const reason = split === null ? '' : rest.slice(split.index + split[0].length).trim();
  const until = /(?:^|[\t ,])until[\t ]+(?<date>[^\s,]{1,40})/u.exec(head)?.groups?.['date'] ?? /[\t (,]until (?<date>\d{4}-\d\d-\d\d)\)?\.?$/u.exec(reason)?.groups?.['date'];
  const words = head.replace(/(?:^|[\t ,])until[\t ]+[^\s,]{1,40}/u, ' ').split(/[\s,]+/u).filter((word) => word !== '');
  const named = isForeign ? words.filter((word) => word.startsWith('paramguard/')) : words;
  return {
    names: named.map((word) => word.replace(/^paramguard\//u, '')),
    reason,
    ...(until === undefined ? {} : { until }),
    ...(reason.length < 3 ? { fault: 'no-reason' as const } : until !== undefined && !isDate(until) ? { fault: 'no-date' as const } : {}),
  };
}

/** Ends the open blocks of these names, all of them without names. False where there is none. */
function close(open: Draft[], host: string, names: readonly string[], line: number): boolean {
  const own = open.filter((block) => block.host === host);
  for (const block of own) {
    if (names.length === 0 || (block.names.length > 0 && block.names.every((name) => names.includes(name) || block.ends.has(name)))) {
      block.last = line;
      open.splice(open.indexOf(block), 1);
    } else {
      for (const name of names) if (!block.ends.has(name)) block.ends.set(name, line);
    }
  }
  return own.length > 0;
}

/** The line up to there, at most 400 characters of it. */
const getLineBefore = (text: string, index: number): string => {
  const before = text.slice(Math.max(0, index - 400), index);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
};

const isQuoted = (line: string): boolean => ['"', "'", '`'].some((quote) => line.split(quote).length % 2 === 0);

/** What begins a comment in some language stands right before it, and not within quotes. */
function isComment(line: string): boolean {
  const mark = /(?:\/\/[/!]?|\/\*{1,2}|#|--|<!--|;|%|\{-|\(\*|dnl|^[\t ]*(?:\*|'|rem|::)|\brem)[\t ]*$/iu.exec(line);
  if (mark === null) return false;
  const quote = line.charAt(mark.index - 1);
  return !/["'`]/u.test(quote) || line.slice(0, mark.index).split(quote).length % 2 === 1;
}
