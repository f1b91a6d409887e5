import type { Detect, Match } from './detect.ts';
import { parseDotenv, type DotenvEntry } from './dotenv.ts';
import { getNameKind } from './names.ts';
import { isSamplePath } from './paths.ts';
import type { Problem } from './problem.ts';
import type { ScanResult } from './problem.ts';
import { getLineStarts, getPosition, type Range } from './range.ts';
import { getItemsInside } from './range-list.ts';
import { dropOverlapping, toSecretProblem } from './secret-problem.ts';
import { classifyValue } from './value.ts';

/** What a key of a .env file holds. */
export type DotenvClass = 'secret' | 'setting' | 'reference' | 'placeholder';

/** Finds the plaintext secrets of a .env file. */
export function findDotenvSecrets(path: string, text: string, detect: Detect): ScanResult {
  const { entries, junk } = parseDotenv(text);
  const lineStarts = getLineStarts(text);
  const tokens = detect.tokens(text);
  const problems = entries.flatMap((entry) => getEntryProblems(entry, { path, text }, detect, tokens));
  const elsewhere = tokens.map((token) => toSecretProblem(token, { ruleId: 'no-plaintext-dotenv' }));
  const unread = junk.map(({ range, reason }) => ({
    reason: reason === 'unclosed quote' ? 'a quote is opened and not closed; close it' : 'not KEY=value; dotenv skips it, put # before a comment',
    line: getPosition(lineStarts, range[0]).line,
  }));
  return { problems: dropOverlapping([...problems, ...elsewhere]), unread };
}

export function classifyDotenvEntry(entry: DotenvEntry, path: string, detect: Detect): DotenvClass {
  if (findMatch(entry, path, detect, detect.tokens(entry.value)) !== undefined) return 'secret';
  const valueClass = classifyValue(entry.value);
  if (valueClass === 'reference' || valueClass === 'template') return 'reference';
  if (valueClass === 'placeholder' || (valueClass === 'empty' && getNameKind(entry.key) !== undefined)) return 'placeholder';
  return 'setting';
}

function getEntryProblems(entry: DotenvEntry, { path, text }: { path: string; text: string }, detect: Detect, tokens: readonly Match[]): Problem[] {
  const inside = getItemsInside(tokens, entry.outerRange);
  const match = findMatch(entry, path, detect, inside);
  if (match === undefined) return [];
  const tail = findTail(entry, text);
  const problem = toSecretProblem(match, {
    ruleId: 'no-plaintext-dotenv',
    subject: { name: entry.key, path: [] },
    site: getSite(entry, match, tail),
  });
  return [tail === undefined ? problem : { ...problem, secretRanges: [...problem.secretRanges, tail] }];
}

/** `ab#cd`: a comment to dotenv and to Node, and the end of the value to Compose and to python-dotenv. */
function findTail({ quote, commentStart, outerRange }: DotenvEntry, text: string): Range | undefined {
  if (quote !== '' || commentStart !== outerRange[1]) return undefined;
  const line = /^[^\r\n]*/u.exec(text.slice(commentStart, commentStart + 2000))?.[0] ?? '';
  const tail = /^#\S+(?=\s*$|\s+#)/u.exec(line)?.[0];
  return tail === undefined ? undefined : [commentStart, commentStart + tail.length];
}

function findMatch(entry: DotenvEntry, path: string, detect: Detect, tokens: readonly Match[]): Match | undefined {
  if (tokens[0] !== undefined) return tokens[0];
  const { key, value, range, quote } = entry;
  // single quotes keep a dollar sign as it is; elsewhere `$NAME` is filled in
  if (quote !== "'" && /\$\{?[A-Za-z_]/u.test(value)) return undefined;
  // a sample file shows made-up passwords; only what a machine made is believed there
  return detect.named({ name: key, path: [], value, range, place: isSamplePath(path) ? 'sample' : 'setting' });
}

/** A URL with a password goes into one parameter as a whole, and so does the rest. */
const getSite = (entry: DotenvEntry, match: Match, tail: Range | undefined): NonNullable<Problem['site']> => ({
  carrier: 'dotenv',
  range: [entry.outerRange[0], tail?.[1] ?? entry.outerRange[1]],
  ...(match.range[0] < entry.outerRange[0] ? { refusal: 'the secret begins before the value' } : {}),
});
