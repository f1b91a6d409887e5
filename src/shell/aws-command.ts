import type { ShellCommand, ShellWord } from '../core/shell-words.ts';

/** A call of the AWS CLI for Parameter Store or Secrets Manager. */
export interface AwsCommand {
  readonly service: 'ssm' | 'secretsmanager';
  /** Such as `get-parameter`. */
  readonly operation: string;
  readonly operationWord: ShellWord;
  readonly words: readonly ShellWord[];
  /** Where standard output goes; undefined where it stays. */
  readonly output?: string;
  /** The words that follow an option, by its name without dashes; an option without any has an empty list. */
  readonly options: ReadonlyMap<string, readonly ShellWord[]>;
}

/** Undefined for every other command. */
export function readAwsCommand({ words, output }: ShellCommand): AwsCommand | undefined {
  const start = words.findIndex(({ text }) => /^[@+-]{0,3}(?:.*\/)?aws(?:\.exe)?$/u.test(text));
  if (start < 0) return undefined;
  const at = words.findIndex(({ text }, index) => index > start && (text === 'ssm' || text === 'secretsmanager'));
  const service = words[at]?.text;
  const operationWord = words[at + 1];
  if ((service !== 'ssm' && service !== 'secretsmanager') || operationWord === undefined) return undefined;
  const own = words.slice(start);
  return { service, operation: operationWord.text, operationWord, words: own, options: readOptions(own), ...(output === undefined ? {} : { output }) };
}

/** Whether the value itself is asked for, not only the version or whether the parameter is there. */
export function isValueRead({ options, output }: AwsCommand): boolean {
  const query = options.get('query')?.[0]?.text;
  return output !== '/dev/null' && (query === undefined || /Value|SecretString|SecretBinary|^Parameters?$|[*\]]$/u.test(query));
}

/** `--name x`, `--name=x`. Text processors turn two hyphens into a dash, and such lines are pasted. */
function readOptions(words: readonly ShellWord[]): Map<string, ShellWord[]> {
  const options = new Map<string, ShellWord[]>();
  let open: ShellWord[] | undefined;
  for (const word of words) {
    const option = /^(?:--|[–—])(?<name>[a-z][a-z-]{1,40})(?<equals>=)?/u.exec(word.text);
    if (option === null) {
      open?.push(word);
      continue;
    }
    open = option.groups?.['equals'] === undefined ? [] : [cut(word, option[0].length)];
    options.set(option.groups?.['name'] ?? '', open);
  }
  return options;
}

/** The word without its first characters. */
const cut = ({ text, offsets, holes, range }: ShellWord, start: number): ShellWord => ({
  text: text.slice(start),
  offsets: offsets.slice(start),
  holes: holes.filter((hole) => hole >= start).map((hole) => hole - start),
  range: [offsets[start] ?? range[1], range[1]],
});
