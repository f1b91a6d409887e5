import { getLineStart } from '../core/lines.ts';
import { getNameKind } from '../core/names.ts';
import type { Problem, Severity } from '../core/problem.ts';
import type { Range } from '../core/range.ts';
import type { ShellCommand, ShellWord } from '../core/shell-words.ts';
import type { CorrectionSite } from '../core/sites/correction.ts';
import { toReferenceProblem } from '../references/problem.ts';
import { readAwsCommand, type AwsCommand } from './aws-command.ts';
import { findPrintedValues } from './printed-values.ts';

/** Ways of reading and writing parameters in a script that hide a failure or show the value. */
export function findTraps(commands: readonly ShellCommand[], text: string, isFile: boolean): Problem[] {
  const tested = findTested(commands);
  const problems = commands.flatMap((command) => {
    const aws = readAwsCommand(command);
    return [...findHiddenFailures(command, tested, text), ...(aws === undefined ? [] : [...(tested.has('None') ? [] : findNone(aws)), ...findWrites(aws)])];
  });
  return [...problems, ...findPrintedValues(commands, text, isFile)].sort((a, b) => a.range[0] - b.range[0]);
}

/** Words and variables that a test of the script looks at: `[ -z "$X" ]`, `[[ $X == None ]]`, `${X:?}`. */
function findTested(commands: readonly ShellCommand[]): ReadonlySet<string> {
  const tested = new Set<string>();
  for (const { words } of commands) {
    const isTest = words.slice(0, 3).some(({ text }) => /^(?:\[{1,2}|test|case)$/u.test(text));
    for (const { text, holes } of words) {
      if (isTest && /\bNone\b/u.test(text)) tested.add('None');
      for (const hole of holes) {
        const { plain, braced, check } = /^\$(?:(?<plain>\w{1,100})|\{(?<braced>\w{1,100})(?<check>:?\?)?)/u.exec(text.slice(hole, hole + 110))?.groups ?? {};
        if (isTest || check !== undefined) tested.add(plain ?? braced ?? '');
      }
    }
  }
  return tested;
}

function toTrap(kind: string, severity: Severity, range: Range, message: string, correction?: Omit<CorrectionSite, 'carrier' | 'range'>): Problem {
  const site: CorrectionSite | undefined = correction === undefined ? undefined : { carrier: 'correction', range, ...correction };
  return toReferenceProblem({ ruleId: 'no-unsafe-parameter-command', kind, severity, range, message, ...(site === undefined ? { advice: advice[kind] ?? '' } : { site }) });
}

const advice: Readonly<Record<string, string>> = {
  'prints-none': 'read each name with get-parameter, which fails for a missing one',
  'hidden-failure': 'declare the variable first and assign it in a statement of its own',
  'value-in-arguments': 'take the value from standard input: --value file:///dev/stdin',
  'fetched-value': 'take the value from standard input: --value file:///dev/stdin',
};

/** A missing name is no error of `get-parameters`; the query then finds nothing, and the CLI prints `None` and succeeds. */
function findNone({ service, operation, operationWord, options, words }: AwsCommand): Problem[] {
  const query = options.get('query')?.[0];
  if (service !== 'ssm' || operation !== 'get-parameters' || query === undefined || !/^Parameters\[(?:\d+|\*)?\]/u.test(query.text)) return [];
  const names = options.get('names') ?? [];
  const message = /^Parameters\[\d/u.test(query.text) ? 'For a name that does not exist, get-parameters prints None and succeeds.' : 'A name that does not exist is left out by get-parameters, which succeeds.';
  const option = words.find(({ text }) => text === '--names');
  const rest = /^Parameters\[(?:0|\*)?\](?<rest>\.\w{1,20})$/u.exec(query.text)?.groups?.['rest'];
  const quote = rest === undefined || query.range[1] - query.range[0] === query.text.length ? 0 : 1;
  if (names.length !== 1 || option === undefined || rest === undefined) return [toTrap('prints-none', 'high', operationWord.range, message)];
  const edits = [
    { range: operationWord.range, text: 'get-parameter' },
    { range: option.range, text: '--name' },
    { range: [query.range[0] + quote, query.range[1] - quote] as const, text: `Parameter${rest}` },
  ];
  return [toTrap('prints-none', 'high', operationWord.range, message, { title: 'read it with get-parameter, which fails for a missing name', edits })];
}

/** The status of `export X=$(…)` is that of `export` (POSIX, "Simple Commands"). */
function findHiddenFailures({ words }: ShellCommand, tested: ReadonlySet<string>, text: string): Problem[] {
  const [keyword, assigned, ...others] = words;
  if (keyword === undefined || assigned === undefined || !/^(?:export|local|readonly|declare|typeset)$/u.test(keyword.text)) return [];
  const assignment = [assigned, ...others].find((word) => /^\w{1,100}=(?:\$\(|`)/u.test(word.text) && isRead(word.text));
  if (assignment === undefined) return [];
  const variable = assignment.text.slice(0, assignment.text.indexOf('='));
  // `$(shell …)` of make has no status
  if (tested.has(variable) || /=\$\(shell\s/u.test(assignment.text)) return [];
  const message = `The status of ${keyword.text} hides that ${variable} could not be read; the script goes on without it.`;
  const range: Range = [keyword.range[0], assignment.range[1]];
  const line = getLineStart(text, keyword.range[0]);
  const indent = text.slice(line, keyword.range[0]);
  const isAlone = assignment === assigned && others.length === 0 && /^[ \t]*$/u.test(indent) && /^[ \t]*(?:\r?\n|$)/u.test(text.slice(assignment.range[1], assignment.range[1] + 400));
  if (!isAlone || keyword.text !== 'export') return [toTrap('hidden-failure', 'medium', range, message)];
  const edits = [
    { range: [keyword.range[0], assignment.range[0]] as const, text: '' },
    { range: [assignment.range[1], assignment.range[1]] as const, text: `\n${indent}export ${variable}` },
  ];
  return [toTrap('hidden-failure', 'medium', range, message, { title: 'assign in a statement of its own, then export', edits })];
}

const isRead = (word: string): boolean => /\baws\b[^|;&]{0,300}\b(?:ssm\s{1,20}(?:\\\s{1,20})?get-parameter|secretsmanager\s{1,20}(?:\\\s{1,20})?get-secret-value)/u.test(word);

function findWrites({ service, operation, options }: AwsCommand): Problem[] {
  if (service !== 'ssm' || operation !== 'put-parameter') return [];
  const value = options.get('value')?.[0];
  const type = options.get('type')?.[0];
  const name = options.get('name')?.[0]?.text ?? '';
  const isSecret = type?.text === 'SecureString' || getNameKind(name.split('/').at(-1) ?? '') !== undefined;
  return [...(value === undefined || !isSecret ? [] : judgeValue(value)), ...(type === undefined || type.text === 'SecureString' || !isSecret ? [] : judgeType(type, name))];
}

function judgeValue(value: ShellWord): Problem[] {
  if (value.holes.length > 0 || /^(?:file|fileb):\/\//u.test(value.text) || value.text === '') return [];
  if (/^https?:\/\//u.test(value.text)) return [toTrap('fetched-value', 'high', value.range, 'Version 1 of the AWS CLI fetches a value that is a URL, and sends it there.')];
  // no edit: it would take the only copy of the value out of the file
  const problem = toTrap('value-in-arguments', 'high', value.range, 'The value stands on the command line: in the file, the shell’s history and the list of processes.');
  return [{ ...problem, secretRanges: [value.range] }];
}

function judgeType(type: ShellWord, name: string): Problem[] {
  const message = `The parameter ${/^[\w./-]{1,200}$/u.test(name) ? name : 'of this command'} is a secret and is stored as ${type.text === 'StringList' ? 'StringList' : 'String'}, which is not encrypted.`;
  const site: CorrectionSite = { carrier: 'correction', range: type.range, edits: [{ range: type.range, text: 'SecureString' }], title: 'store it as SecureString' };
  return [toReferenceProblem({ ruleId: 'no-plaintext-parameter', kind: 'stored-as-string', severity: 'high', range: type.range, message, site })];
}
