import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDotenv } from '../core/dotenv.ts';
import { getErrorMessage, UserError } from '../io/errors.ts';
import { run } from '../io/run-command.ts';
import type { ValueAnswer } from '../io/ssm-values.ts';
import { say } from '../io/terminal.ts';
import { getDeadline, type Options } from './options.ts';

/**
 * Runs a command with the `ssm://` values of the environment filled in. Exit code: that of the command, 128 and the number
 * of the signal that ended it, or 2 without starting it where a value cannot be read.
 */
export async function exec(options: Options, root: string): Promise<number> {
  const [command, ...args] = options.paths;
  if (command === undefined) throw new UserError('exec needs a command: paramguard exec -- COMMAND');
  // a copy, because preparing the AWS SDK changes the process's own environment
  const environment = { ...readEnvFile(options.envFile, root), ...process.env };
  const references = findReferences(environment);
  if (references.length === 0) return run(command, args, environment);
  const { readValues } = await import('../io/ssm-values.ts');
  const answers = await readValues(references.map(({ name }) => name), { deadlineMs: getDeadline(options) });
  const failures = describeFailures(references, answers);
  for (const failure of failures) say(failure);
  if (failures.length > 0) return 2;
  return run(command, args, { ...environment, ...fillIn(references, answers) });
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Reference {
  readonly variable: string;
  /** Of the parameter. */
  readonly name: string;
}

/** `ssm:///prod/x` and `ssm://name`, as https://github.com/remind101/ssm-env writes them. */
const scheme = 'ssm://';

const findReferences = (environment: Environment): Reference[] =>
  Object.entries(environment).flatMap(([variable, value]) => (value?.startsWith(scheme) === true ? [{ variable, name: value.slice(scheme.length) }] : []));

/** What the file sets; where a key stands twice the last one counts, as in dotenv. */
function readEnvFile(file: string | undefined, root: string): Environment {
  if (file === undefined) return {};
  const { entries, junk } = parseDotenv(readText(path.resolve(root, file), file));
  if (junk.some(({ reason }) => reason === 'unclosed quote')) throw new UserError(`${file}: a quote is opened and not closed; close it`);
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}

function readText(absolute: string, shown: string): string {
  try {
    return readFileSync(absolute, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    throw new UserError(`cannot read ${shown}: ${getErrorMessage(error)}`);
  }
}

/** One line for each value that is missing, or a single one where nothing could be asked at all. */
function describeFailures(references: readonly Reference[], answers: ReadonlyMap<string, ValueAnswer>): string[] {
  const lines = references.flatMap(({ variable, name }) => {
    const answer = answers.get(name);
    if (answer?.state === 'read') return answer.value.includes('\0') ? [`${variable}: ${name} holds a NUL character, which no environment variable can`] : [];
    if (answer?.state === 'unknown' && isAboutAll(answer.reason)) return [`Parameter Store: ${answer.detail}`];
    return [`${variable}: ${answer?.state === 'unknown' ? `${name}: ${answer.detail}` : `${name} does not exist; create it or correct the reference`}`];
  });
  return lines.length === 0 ? [] : [...new Set(lines), 'nothing was started'];
}

const isAboutAll = (reason: string): boolean => !['denied', 'invalid-name', 'failed'].includes(reason);

const fillIn = (references: readonly Reference[], answers: ReadonlyMap<string, ValueAnswer>): Record<string, string> =>
  Object.fromEntries(
    references.flatMap(({ variable, name }) => {
      const answer = answers.get(name);
      return answer?.state === 'read' ? [[variable, answer.value] as const] : [];
    }),
  );
