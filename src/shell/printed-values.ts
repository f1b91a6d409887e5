import type { Problem } from '../core/problem.ts';
import type { Range } from '../core/range.ts';
import type { ShellCommand } from '../core/shell-words.ts';
import { toReferenceProblem } from '../references/problem.ts';
import { readAwsCommand, type AwsCommand } from './aws-command.ts';

/** Decrypted values that a script prints: by a read whose output nobody takes, by `echo`, by `set -x`. */
export function findPrintedValues(commands: readonly ShellCommand[], text: string): Problem[] {
  const secrets = new Set(commands.flatMap(({ words }) => words.flatMap((word) => getSecretVariable(word.text) ?? [])));
  const captured = commands.flatMap(({ words }) => words.flatMap(({ text: word, offsets, holes }) => holes.map((hole): Range => [offsets[hole] ?? 0, offsets[Math.min(offsets.length - 1, hole + word.length)] ?? 0])));
  const problems: Problem[] = [];
  let isTraced = /^#![^\n]{0,80}sh\s+-\w*x/u.test(text);
  for (const command of commands) {
    const trace = getTrace(command);
    if (trace !== undefined) isTraced = trace;
    const aws = readAwsCommand(command);
    if (aws !== undefined && isDecrypting(aws) && isOutputSeen(command, text) && !captured.some(([start, end]) => start < aws.operationWord.range[0] && aws.operationWord.range[0] <= end)) problems.push(toPrinted(aws.operationWord.range, 'This command prints the decrypted value'));
    problems.push(...findEcho(command, secrets, text));
    const assigned = command.words.find((word) => getSecretVariable(word.text) !== undefined);
    if (isTraced && assigned !== undefined) problems.push(toPrinted(assigned.range, 'set -x prints the value that is assigned here'));
  }
  return problems;
}

const toPrinted = (range: Range, what: string): Problem =>
  toReferenceProblem({ ruleId: 'no-logged-secrets', kind: 'printed-parameter', severity: 'medium', range, message: `${what}, which is then in the terminal or the log of the job.`, advice: 'hand it to the program that needs it, through a pipe or the environment, and print nothing' });

/** Of a word that assigns a decrypted value: `DB_PASS=$(aws ssm get-parameter … --with-decryption …)`. */
function getSecretVariable(word: string): string | undefined {
  const found = /^(?<name>[A-Za-z_]\w{0,99})=(?:\$\(|`)/u.exec(word);
  if (found === null || !/\baws\b/u.test(word)) return undefined;
  const isSecret = /\bssm\s{1,20}get-parameters?\b/u.test(word) ? /--with-decryption/u.test(word) : /\bsecretsmanager\s{1,20}get-secret-value\b/u.test(word);
  return isSecret ? found.groups?.['name'] : undefined;
}

const isDecrypting = ({ service, operation, options }: AwsCommand): boolean =>
  service === 'ssm' ? /^get-parameters?(?:-by-path|-history)?$/u.test(operation) && options.has('with-decryption') && !isMetadataQuery(options) : operation === 'get-secret-value' && !isMetadataQuery(options);

const isMetadataQuery = (options: AwsCommand['options']): boolean => {
  const query = options.get('query')?.[0]?.text;
  return query !== undefined && !/Value|SecretString|SecretBinary|Parameters?$/u.test(query);
};

/** Nothing takes the output: no pipe, no redirection. */
const isOutputSeen = ({ words, end }: ShellCommand, text: string): boolean => {
  const from = words[0]?.range[0] ?? 0;
  const to = words.at(-1)?.range[1] ?? from;
  return end !== '|' && end !== '|&' && !/(?<![-=\w])[12&]?>/u.test(text.slice(from, to)) && !/^\s*[12&]?>/u.test(text.slice(to, to + 20));
};

function findEcho(command: ShellCommand, secrets: ReadonlySet<string>, text: string): Problem[] {
  const { words } = command;
  if (!/^(?:echo|printf)$/u.test(words[0]?.text ?? '') || !isOutputSeen(command, text)) return [];
  // the mask of GitHub Actions has to be told the value
  if (words.some((word) => word.text.includes('::add-mask::'))) return [];
  return words.slice(1).flatMap((word) => {
    const names = [...word.text.matchAll(/\$\{?(?<name>\w{1,100})\}?/gu)].filter((found) => word.holes.includes(found.index)).map((found) => found.groups?.['name'] ?? '');
    const name = names.find((candidate) => secrets.has(candidate));
    return name === undefined ? [] : [toPrinted(word.range, `${name} holds a decrypted value and is printed`)];
  });
}

/** `set -x`, `set -euxo pipefail`, `set +x`. */
function getTrace({ words }: ShellCommand): boolean | undefined {
  if (words[0]?.text !== 'set') return undefined;
  const option = words.find(({ text }) => /^[-+]\w*x/u.test(text))?.text ?? (words.some(({ text }) => text === 'xtrace') ? words[1]?.text : undefined);
  return option === undefined ? undefined : option.startsWith('-');
}
