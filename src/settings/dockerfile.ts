import type { FormatValue } from '../core/file-format.ts';
import type { Range } from '../core/range.ts';

/** What a Dockerfile sets, and where its shell commands stand (https://docs.docker.com/reference/dockerfile/). */
export interface Dockerfile {
  readonly values: readonly FormatValue[];
  readonly commands: readonly Range[];
  /** The file with its continued lines joined: every offset stays. */
  readonly text: string;
}

export function readDockerfile(source: string): Dockerfile {
  const text = joinLines(source);
  const values: FormatValue[] = [];
  const commands: Range[] = [];
  for (const found of text.matchAll(instruction)) {
    const { name = '', rest = '' } = found.groups ?? {};
    const end = found.index + found[0].length;
    const range: Range = [end - rest.length, end];
    if (/^(?:ENV|ARG|LABEL)$/iu.test(name)) values.push(...readPairs(text, range, /^ENV$/iu.test(name)));
    else commands.push(range);
  }
  return { values, commands, text };
}

const instruction = /^[ \t]{0,80}(?:ONBUILD[ \t]{1,8})?(?<name>ENV|ARG|LABEL|RUN|CMD|ENTRYPOINT|HEALTHCHECK)[ \t]{1,80}(?<rest>[^\r\n]{1,100000})/gimu;

/** A mark at the end of a line (`\`, or the one that the first line names) goes on with the next; comments between are skipped. */
function joinLines(text: string): string {
  const mark = /^#[ \t]{0,8}escape[ \t]{0,8}=[ \t]{0,8}`/imu.test(text.slice(0, 1000)) ? '`' : '\\';
  const lines = text.split('\n');
  let isOpen = false;
  return lines
    .map((line, index) => {
      const trimmed = line.trimEnd();
      const isComment = /^[ \t]*#/u.test(line);
      if (isComment) return isOpen ? ' '.repeat(line.length) + getBreak(isOpen, index, lines) : line + getBreak(false, index, lines);
      isOpen = trimmed.endsWith(mark) && index + 1 < lines.length;
      return (isOpen ? trimmed.slice(0, -1).padEnd(line.length, ' ') : line) + getBreak(isOpen, index, lines);
    })
    .join('');
}

const getBreak = (isOpen: boolean, index: number, lines: readonly string[]): string => (index + 1 === lines.length ? '' : isOpen ? ' ' : '\n');

/** `NAME=value NAME="value"`, and of `ENV` also `NAME value`. */
function* readPairs(text: string, [start, end]: Range, hasOldForm: boolean): Generator<FormatValue> {
  const rest = text.slice(start, end);
  const old = /^(?<name>[\w.-]{1,200})[ \t]{1,80}(?<value>[^=\s].*)$/u.exec(rest);
  if (hasOldForm && old !== null) {
    const { name = '', value = '' } = old.groups ?? {};
    const from = end - value.length;
    yield toValue(name, text, [from, from + value.trimEnd().length]);
    return;
  }
  for (const found of rest.matchAll(pair)) {
    const { name = '', value = '' } = found.groups ?? {};
    const from = start + found.index + found[0].length - value.length;
    if (value !== '') yield toValue(name, text, [from, from + value.length]);
  }
}

const pair = /(?<![^\s])(?<name>[\w.-]{1,200})=(?<value>"(?:[^"\\\r\n]|\\[^\r\n]){0,4096}"|'[^'\r\n]{0,4096}'|(?:[^\s"'\\]|\\[^\r\n]|"(?:[^"\\\r\n]|\\[^\r\n]){0,4096}"){0,4096})/gu;

function toValue(name: string, text: string, [start, end]: Range): FormatValue {
  const isQuoted = end - start > 1 && /["']/u.test(text.charAt(start)) && text.charAt(end - 1) === text.charAt(start);
  const range: Range = isQuoted ? [start + 1, end - 1] : [start, end];
  return { name, path: [], value: text.slice(...range).replace(/\\(?=[^\w])/gu, ''), range };
}
