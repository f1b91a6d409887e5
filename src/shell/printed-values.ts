import type { Problem } from '../core/problem.ts';
import type { Range } from '../core/range.ts';
import type { ShellCommand, ShellWord } from '../core/shell-words.ts';
import { toReferenceProblem } from '../references/problem.ts';
import { isValueRead, readAwsCommand, type AwsCommand } from './aws-command.ts';
import { findFunctions, isWithin } from './structure.ts';

/**
 * Decrypted values that a script prints: by a read whose output nobody takes, by `echo`, by `set -x`. What a function prints is
 * for its caller, and so is the last output of a script that is told what to read.
 */
export function findPrintedValues(commands: readonly ShellCommand[], text: string, isFile: boolean): Problem[] {
  const secrets = new Set(commands.flatMap(({ words }) => words.flatMap((word) => getSecretVariable(word) ?? [])));
  const functions = findFunctions(commands);
  const last = isFile ? commands.findLast(({ words, isInner }) => words.length > 0 && isInner === undefined) : undefined;
  const problems: Problem[] = [];
  let isTraced = /^#![^\n]{0,80}sh\s+-\w*x/u.test(text);
  for (const command of commands) {
    isTraced = getTrace(command) ?? isTraced;
    const aws = readAwsCommand(command);
    const isResult = isWithin(functions, command) || (command === last && (aws === undefined || isTold(aws)));
    if (aws !== undefined && command.isInner === undefined && !isResult && isDecrypting(aws) && isOutputSeen(command)) problems.push(toPrinted(aws.operationWord.range, 'This command prints the decrypted value'));
    problems.push(...findEcho(command, secrets, isResult));
    const assigned = command.words.find((word) => getSecretVariable(word) !== undefined);
    if (isTraced && assigned !== undefined) problems.push(toPrinted(assigned.range, 'set -x prints the value that is assigned here'));
  }
  return problems;
}

/** The name comes from outside: `--name "$1"`. */
const isTold = ({ options }: AwsCommand): boolean => [...(options.get('name') ?? []), ...(options.get('secret-id') ?? [])].some(({ holes }) => holes.length > 0);

const toPrinted = (range: Range, what: string): Problem =>
  toReferenceProblem({ ruleId: 'no-logged-secrets', kind: 'printed-parameter', severity: 'medium', range, message: `${what}, which is then in the terminal or the log of the job.`, advice: 'hand it to the program that needs it, through a pipe or the environment, and print nothing' });

/** Of a word that assigns a decrypted value: `DB_PASS=$(aws ssm get-parameter … --with-decryption …)`. */
function getSecretVariable({ text, holes }: ShellWord): string | undefined {
  const name = /^(?<name>[A-Za-z_]\w{0,99})=(?=\$\(|`)/u.exec(text)?.groups?.['name'];
  return name !== undefined && holes.some((hole) => isSecretRead(text.slice(hole))) && !isPlain(name) ? name : undefined;
}

function isSecretRead(substitution: string): boolean {
  if (!/^(?:\$\(|`)[^|;&]{0,300}\baws\b/u.test(substitution)) return false;
  if (!/\bssm\s{1,20}get-parameters?\b/u.test(substitution)) return /\bsecretsmanager\s{1,20}get-secret-value\b/u.test(substitution);
  return /--with-decryption/u.test(substitution) && !isPlain(/--names?[\s=]{1,10}(?<name>[^\s)]{1,1100})/u.exec(substitution)?.groups?.['name'] ?? '');
}

/** `--with-decryption` is written out of habit too: nobody minds the name of a host in a log. */
const isPlain = (name: string): boolean =>
  /(?:^|[-_./])(?:host|hostname|port|user|username|regions?|bucket|name|ids?|arns?|version|email|domain|image|ami|path|table|endpoint|account|cidr|vpc|subnets?|cluster|env|environment|stage)["']?$/iu.test(name);

function isDecrypting(command: AwsCommand): boolean {
  const { service, operation, options } = command;
  if (!isValueRead(command)) return false;
  if (service === 'secretsmanager') return operation === 'get-secret-value';
  return /^get-parameters?(?:-by-path|-history)?$/u.test(operation) && options.has('with-decryption') && !isPlain(options.get('name')?.[0]?.text ?? '');
}

/** Nothing takes the output: no pipe, no redirection. */
const isOutputSeen = ({ end, output }: ShellCommand): boolean => end !== '|' && end !== '|&' && (output === undefined || /^\/dev\/(?:stdout|stderr|tty)$/u.test(output));

function findEcho(command: ShellCommand, secrets: ReadonlySet<string>, isResult: boolean): Problem[] {
  const { words } = command;
  if (!/^(?:echo|printf)$/u.test(words[0]?.text ?? '') || command.isInner !== undefined || !isOutputSeen(command)) return [];
  // commands of GitHub Actions and Azure Pipelines, which are told the value and do not show it
  if (words.some((word) => /::(?:add-mask|set-output|set-env)\b|##vso\[task\.setvariable/u.test(word.text))) return [];
  return words.slice(1).flatMap((word) => {
    const shown = word.holes.map((hole) => word.text.slice(hole, hole + 1000));
    if (isResult && shown.length === 1 && word.holes[0] === 0) return [];
    if (shown.some(isSecretRead)) return [toPrinted(word.range, 'This prints the decrypted value')];
    const name = shown.map(getShownVariable).find((variable) => secrets.has(variable));
    return name === undefined ? [] : [toPrinted(word.range, `${name} holds a decrypted value and is printed`)];
  });
}

/** Not of `${X:+set}` or `${X:0:4}`. */
function getShownVariable(hole: string): string {
  const { plain, braced } = /^\$(?:(?<plain>\w{1,100})|\{(?<braced>\w{1,100})(?:\}|:?[-=?]))/u.exec(hole)?.groups ?? {};
  return plain ?? braced ?? '';
}

/** `set -x`, `set -euxo pipefail`, `set +x`. */
function getTrace({ words }: ShellCommand): boolean | undefined {
  if (words[0]?.text !== 'set') return undefined;
  const option = words.find(({ text }) => /^[-+]\w*x/u.test(text))?.text ?? (words.some(({ text }) => text === 'xtrace') ? words[1]?.text : undefined);
  return option === undefined ? undefined : option.startsWith('-');
}
