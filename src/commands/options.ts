import { parseArgs } from 'node:util';
import { isStoreName, type Config } from '../core/config.ts';
import { readShard, type Shard } from '../core/shard.ts';
import { getErrorMessage, UserError } from '../io/errors.ts';

export interface Options {
  readonly command: 'scan' | 'fix' | 'sync' | 'exec' | 'match' | 'push' | 'policy' | 'merge' | 'help' | 'version';
  readonly paths: readonly string[];
  readonly isStaged: boolean;
  /** Files that differ from the last commit are scanned, untracked ones too. */
  readonly isChanged: boolean;
  /** What `HEAD` adds to this branch or commit is scanned. */
  readonly base?: string;
  /** Everything that was ever committed is scanned; `paths` are then revisions. */
  readonly isHistory: boolean;
  /** With the history: only commits after this date. */
  readonly since?: string;
  readonly isApplied: boolean;
  /** A name that could not be checked counts as something that was not looked at. */
  readonly isVerificationRequired: boolean;
  /** A comment that allows nothing fails the run. */
  readonly isStrict: boolean;
  /** With `push`: write over a parameter that holds another value. */
  readonly isOverwriting: boolean;
  /** Each file is named of which there is something to say. */
  readonly isVerbose: boolean;
  /** The part of a scan that this machine does. */
  readonly shard?: Shard;
  readonly format: (typeof mergeFormats | typeof policyFormats)[number];
  readonly output?: string;
  readonly store?: string;
  readonly config?: string;
  readonly envFile?: string;
  /** Of the one parameter that is meant. */
  readonly name?: string;
  /** What runs before have found to be clean is not looked at again while it is as it was, and this run is kept for the next. */
  readonly isRemembering: boolean;
  /** Folders of installed packages and of builds are left out, where the config does not say otherwise. */
  readonly isSkipping: boolean;
  /** Bytes of a file that has to be read as a whole: what is to be written, and what comes from git. */
  readonly sizeLimit: number;
  /** Bytes of a file of the work tree. */
  readonly treeLimit: number;
  /** Threads that look at files; as many as pay where it is not given. */
  readonly jobs?: number;
  /** Milliseconds that one file may take. */
  readonly patience: number;
  /** Milliseconds that the store may take; the config says it where it is not given. */
  readonly deadline?: number;
}

export const usage = `paramguard: finds secrets and offers the edit that replaces each with a checked Parameter Store reference

Usage
  paramguard scan [paths]       find leaks; exit 0 clean, 1 leaks, 2 something could not be looked at
  paramguard fix [paths]        show the edits as a diff, secrets masked; --apply writes them
  paramguard sync               write the inventory: names, types and versions of the parameters, never values
  paramguard exec -- COMMAND    run a command with the ssm:// values of the environment filled in
  paramguard match [paths]      say of each secret whether Parameter Store holds it: current, rotated since, or not stored
  paramguard policy [paths]     write the least-privilege policy that the code needs, from the names in it
  paramguard merge FILES        join the JSON or SARIF reports of shards to the report of the whole
  paramguard push FILE[:LINE]   show how secrets of a file would move into Parameter Store; --apply stores them and
                                writes the references

Options
  --staged              scan what is in the git index, not the work tree
  --changed             scan the files that differ from the last commit: staged, unstaged and untracked ones
  --diff BASE           scan what HEAD adds since it left BASE, such as origin/main: only new and changed lines are reported
  --history [RANGE]     scan everything that was ever committed, or the commits of RANGE, such as main..HEAD
  --since DATE          with --history: only commits after DATE, such as 2026-01-31 or "2 weeks ago"
  --shard I/N           with scan: only the files, or with --history the paths, of part I of N; give each machine another I
  --format FORMAT       text (default), json or sarif; with merge: that of the reports (default); with policy: json (default), cloudformation, terraform or cdk
  --output FILE         write the report or the policy to a file
  --store STORE         auto (default), aws, file:PATH or none: who is asked whether a parameter is there
  --config FILE         settings; default paramguard.yaml, paramguard.yml or paramguard.json
  --require-verified    exit 2 where a parameter that the files name could not be checked
  --strict-suppressions exit 1 where a comment, or "allow" of the config, allows nothing
  --no-skip             scan folders of installed packages and of builds too
  --no-cache            look at everything again: neither use nor keep what runs before have found to be clean
  --apply               with fix: write the edits; with push: store the values and write the edits
  --name NAME           with match and push: the parameter that is meant
  --overwrite           with push: also where the parameter holds another value
  --dotenv FILE         with exec: also fill in the values of a .env file
  --max-file-size MB    larger files are not scanned, and said (default 10000; 50 for what comes from git)
  --jobs N              threads that look at files (default: one a core, where there is work for them)
  --timeout SECONDS     a file that takes longer is stopped, and said (default 30)
  --store-timeout SECONDS  how long the store may take (default 5; 0.3 with --staged)
  --verbose             name each file of which there is something to say, however many there are
  --help, --version
`;

const reportFormats = ['text', 'json', 'sarif'] as const;
const mergeFormats = ['same', ...reportFormats] as const;
const policyFormats = ['json', 'cloudformation', 'terraform', 'cdk'] as const;

/** Milliseconds that the store may take; a hook must not be felt. */
export const getDeadline = ({ deadline, isStaged }: Pick<Options, 'deadline' | 'isStaged'>, { timeout }: Pick<Config, 'timeout'> = { timeout: {} }): number =>
  deadline ?? (isStaged ? (timeout.hook ?? 0.3) : (timeout.run ?? 5)) * 1000;

/** Throws `UserError` for what cannot be understood. */
export function readOptions(argv: readonly string[]): Options {
  const end = argv.indexOf('--');
  const isExec = argv[0] === 'exec' && end !== -1;
  const { values, positionals } = parse(isExec ? argv.slice(0, end) : argv);
  const [command = 'help', ...paths] = positionals;
  const selectors = [values.staged, values.changed, values.diff, values.history].filter((value) => value !== undefined && value !== false).length;
  if (selectors > 1) throw new UserError('--staged, --changed, --diff and --history each say what to scan; give one of them');
  if (command !== 'scan' && (values.changed === true || values.diff !== undefined)) throw new UserError('--changed and --diff go with scan only');
  return {
    command: values.help === true ? 'help' : values.version === true ? 'version' : readCommand(command),
    paths: isExec ? argv.slice(end + 1) : paths,
    isStaged: values.staged === true,
    isChanged: values.changed === true,
    isHistory: values.history === true,
    isApplied: values.apply === true,
    isVerificationRequired: values['require-verified'] === true,
    isStrict: values['strict-suppressions'] === true,
    isVerbose: values.verbose === true,
    isOverwriting: values.overwrite === true,
    format: readFormat(command, values.format),
    isSkipping: values['no-skip'] !== true,
    isRemembering: values['no-cache'] !== true,
    sizeLimit: readNumber('--max-file-size', values['max-file-size'] ?? '50') * 1_048_576,
    treeLimit: readNumber('--max-file-size', values['max-file-size'] ?? '10000') * 1_048_576,
    ...(values.jobs === undefined ? {} : { jobs: Math.ceil(readNumber('--jobs', values.jobs)) }),
    patience: readNumber('--timeout', values.timeout ?? '30') * 1000,
    ...(values['store-timeout'] === undefined ? {} : { deadline: readNumber('--store-timeout', values['store-timeout']) * 1000 }),
    ...(values.since === undefined ? {} : { since: readDate(values.since) }),
    ...(values.shard === undefined ? {} : { shard: readShardOption(values.shard, command === 'scan' && (selectors === 0 || values.history === true)) }),
    ...(values.diff === undefined ? {} : { base: readRevision(values.diff) }),
    ...(values.output === undefined ? {} : { output: values.output }),
    ...(values.store === undefined ? {} : { store: readStore(values.store) }),
    ...(values.config === undefined ? {} : { config: values.config }),
    ...(values.dotenv === undefined ? {} : { envFile: values.dotenv }),
    ...(values.name === undefined ? {} : { name: values.name }),
  };
}

const flags = ['staged', 'changed', 'history', 'apply', 'require-verified', 'strict-suppressions', 'overwrite', 'verbose', 'no-skip', 'no-cache', 'help', 'version'] as const;
// not --env-file: Node takes that one itself
const settings = ['diff', 'since', 'name', 'shard', 'format', 'output', 'store', 'config', 'dotenv', 'max-file-size', 'jobs', 'timeout', 'store-timeout'] as const;

interface Parsed {
  readonly values: Partial<Record<(typeof flags)[number], boolean> & Record<(typeof settings)[number], string>>;
  readonly positionals: readonly string[];
}

const parse = (argv: readonly string[]): Parsed => parsePlain(argv) ?? parseAny(argv);

/** Options as nearly everyone writes them; undefined for any others. What Node has for it takes a millisecond to be loaded. */
function parsePlain(argv: readonly string[]): Parsed | undefined {
  const values: Record<string, boolean | string> = {};
  const positionals: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    const name = word.startsWith('--') ? word.slice(2) : '';
    const value = argv[index + 1];
    if (!word.startsWith('-')) positionals.push(word);
    else if (flags.some((flag) => flag === name)) values[name] = true;
    else if (settings.some((setting) => setting === name) && value !== undefined && !value.startsWith('-')) values[name] = argv[++index] ?? '';
    else return undefined;
  }
  return { values, positionals };
}

function parseAny(argv: readonly string[]): Parsed {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...(Object.fromEntries(flags.map((name) => [name, { type: 'boolean' }])) as Record<(typeof flags)[number], { readonly type: 'boolean' }>),
        ...(Object.fromEntries(settings.map((name) => [name, { type: 'string' }])) as Record<(typeof settings)[number], { readonly type: 'string' }>),
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw new UserError(`${getErrorMessage(error)}; see paramguard --help`);
  }
}

const readCommand = (word: string): Options['command'] => readChoice('the command', word, ['scan', 'fix', 'sync', 'exec', 'match', 'push', 'policy', 'merge', 'help']);

function readChoice<T extends string>(what: string, word: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === word);
  if (choice === undefined) throw new UserError(`${what} must be one of ${choices.join(', ')}, not "${word}"`);
  return choice;
}

function readFormat(command: string, word: string | undefined): Options['format'] {
  if (command === 'policy') return readChoice('--format', word ?? 'json', policyFormats);
  return command === 'merge' ? readChoice('--format', word ?? 'same', mergeFormats) : readChoice('--format', word ?? 'text', reportFormats);
}

function readNumber(what: string, word: string): number {
  const number = Number(word);
  if (!(number > 0) || number > 100_000) throw new UserError(`${what} must be a number above 0, not "${word}"`);
  return number;
}

/** Git takes any words for a date, and what it does not know for the present. */
function readDate(word: string): string {
  if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?$|^(?:yesterday|\d{1,5}[ .](?:second|minute|hour|day|week|month|year)s?[ .]ago)$/u.test(word)) throw new UserError(`--since must be a date such as 2026-01-31 or "2 weeks ago", not "${word}"`);
  return word;
}

function readShardOption(word: string, isLarge: boolean): Shard {
  const shard = readShard(word);
  if (shard === undefined) throw new UserError(`--shard must be like 3/8, part 3 of 8, not "${word}"`);
  if (!isLarge) throw new UserError('--shard is for a scan of a tree or of a history; drop it here');
  return shard;
}

/** Git must not take it for an option or for a range. */
function readRevision(word: string): string {
  if (!/^[^-\s^:][^\s:]*$/u.test(word) || word.includes('..')) throw new UserError(`--diff must be a branch, tag or commit, not "${word}"`);
  return word;
}

function readStore(word: string): string {
  if (!isStoreName(word)) throw new UserError(`--store must be auto, aws, none or file:PATH, not "${word}"`);
  return word;
}
