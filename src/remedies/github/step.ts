import type { Edit } from '../../core/edit.ts';
import { splitWords } from '../../core/names.ts';
import type { GithubSite } from '../../core/sites/github.ts';
import type { Present } from '../../core/store.ts';
import { getColumn, getNewline } from '../../core/lines.ts';

/** Of the parameter's name, so that two values of one parameter share the step. */
export function getFreeId(name: string, taken: readonly string[]): string {
  const base = `parameter-${name.split('/').flatMap(splitWords).join('-')}`;
  let id = base;
  for (let count = 2; taken.includes(id); count++) id = `${base}-${String(count)}`;
  return id;
}

interface Reading {
  readonly parameter: Present;
  readonly variable: string;
  /** Of a step that gives an output; else it sets the variable. */
  readonly id?: string;
}

/** A step after another, with a blank line between them where the two before have one. */
export function insertStep(text: string, { range, region }: NonNullable<GithubSite['login']>, reading: Reading): Edit {
  const newline = getNewline(text);
  const end = range[1] + (/^[^\r\n]*/u.exec(text.slice(range[1]))?.[0].length ?? 0);
  const column = Math.max(0, getDash(text, range[0]));
  const isSpaced = /^\r?\n[ \t]*\r?\n/u.test(text.slice(end, end + 200)) || /\n[ \t]*\r?\n[ \t]*-[ \t]*$/u.test(text.slice(Math.max(0, range[0] - 200), range[0]));
  const lines = toLines(reading, region).map((line, index) => `${' '.repeat(column)}${index === 0 ? '- ' : '  '}${line}`);
  return { range: [end, end], text: (isSpaced ? newline : '') + lines.map((line) => newline + line).join('') };
}

const getDash = (text: string, offset: number): number => getColumn(text, text.lastIndexOf('-', offset - 1));

/** GitHub runs bash with -e and pipefail. A mask is needed for each line of a value, and what sets it reads `%25` as a percent sign. */
function toLines({ parameter: { parameter, evidence }, variable, id }: Reading, region: string | undefined): readonly string[] {
  const { name } = parameter;
  const elsewhere = region !== undefined && region !== evidence.region ? ` --region ${evidence.region}` : '';
  return [
    `name: Read ${name}`,
    ...(id === undefined ? [] : [`id: ${id}`]),
    'shell: bash',
    'run: |',
    `  value="$(aws ssm get-parameter --name ${name}${elsewhere} --with-decryption --query Parameter.Value --output text)"`,
    `  while IFS= read -r line; do [ -z "$line" ] || echo "::add-mask::\${line//'%'/%25}"; done <<< "$value"`,
    '  end="end-$RANDOM-$RANDOM-$RANDOM"',
    `  printf '${id === undefined ? variable : 'value'}<<%s\\n%s\\n%s\\n' "$end" "$value" "$end" >> "${id === undefined ? '$GITHUB_ENV' : '$GITHUB_OUTPUT'}"`,
  ];
}
