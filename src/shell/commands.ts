import type { Detect, Place } from '../core/detect.ts';
import { isDocumentPath } from '../core/paths.ts';
import type { Problem } from '../core/problem.ts';
import type { Range } from '../core/range.ts';
import { toSecretProblem } from '../core/secret-problem.ts';
import { findStatements } from './statements.ts';

/** Secrets that commands take, where commands stand in a file of another kind. */
export function findCommandSecrets(text: string, ranges: readonly Range[], detect: Detect, place: Place): Problem[] {
  return ranges.flatMap((range) =>
    [...findStatements(text, range)].flatMap(({ name, value, range: at, isSink }) => {
      const match = detect.named({ name, path: [], value, range: at, place: isSink === true && place !== 'test' ? 'sink' : place });
      return match === undefined ? [] : [toSecretProblem(match, { subject: { name, path: [] } })];
    }),
  );
}

/** Where commands stand in a file: recipes of make, steps of a pipeline, blocks of a document. */
export function findCommands(path: string, text: string): Range[] {
  if (/(?:^|\/)(?:(?:GNU)?[Mm]akefile[\w.-]*|[Jj]ustfile)$|\.mk$/u.test(path)) return findBlocks(text, /^(?:\t|[ ]{4})[^\r\n]*(?:\r?\n(?:\t|[ ]{4})[^\r\n]*)*/gmu);
  if (/(?:^|\/)Jenkinsfile[\w.-]*$|\.(?:groovy|jenkinsfile)$/u.test(path)) return findSteps(text);
  if (/(?:^|\/)Procfile$/u.test(path)) return findBlocks(text, /(?<=^[\w-]{1,40}:[ \t]{0,8})[^\r\n]{1,4000}/gmu);
  if (/(?:^|\/)(?:cron\.\w{1,20}\/[\w-]{1,80}|crontabs?(?:\/[\w-]{1,80})?)$/u.test(path)) return findBlocks(text, /(?<=^(?:@\w{1,10}|(?:[\d*/,-]{1,40}[ \t]{1,8}){4}[\w*/,-]{1,40})[ \t]{1,8}(?:\w{1,32}[ \t]{1,8})?)[^\s#][^\r\n]{0,4000}/gmu);
  return isDocumentPath(path) ? findFences(text) : [];
}

const findBlocks = (text: string, pattern: RegExp): Range[] => [...text.matchAll(pattern)].map(({ 0: block, index }) => [index, index + block.length]);

/** `sh 'command'` and `sh """commands"""` of Jenkins. */
function findSteps(text: string): Range[] {
  const ranges: Range[] = [];
  for (const found of text.matchAll(/\b(?:sh|bat|powershell)\b[ \t]{0,4}\(?[ \t]{0,4}(?:script:[ \t]{0,4})?(?<quote>'''|"""|'|")/gu)) {
    const quote = found.groups?.['quote'] ?? '';
    const start = found.index + found[0].length;
    const end = text.indexOf(quote, start);
    if (end !== -1 && end - start < 20_000 && (quote.length === 3 || !text.slice(start, end).includes('\n'))) ranges.push([start, end]);
  }
  return ranges;
}

/** Blocks that are of a shell or do not say of what they are. */
function findFences(text: string): Range[] {
  const ranges: Range[] = [];
  const fence = /^[ \t]{0,12}(?<mark>```|~~~)[ \t]{0,4}(?<language>[\w-]{0,20})[^\r\n]{0,200}\r?$/gmu;
  for (let open = fence.exec(text); open !== null; open = fence.exec(text)) {
    const start = open.index + open[0].length;
    const close = fence.exec(text);
    if (close === null) break;
    if (/^(?:ba|z|k)?sh$|^(?:console|shell|terminal|sh-session|shell-session)?$/iu.test(open.groups?.['language'] ?? '')) ranges.push([start, close.index]);
  }
  return ranges;
}
