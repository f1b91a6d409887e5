import type { Range } from '../core/range.ts';
import type { ShellCommand } from '../core/shell-words.ts';

/** Commands after whose failure the script goes on by a way of its own: in a condition, or in front of `||`. */
export function findHandled(commands: readonly ShellCommand[], text: string): Range[] {
  const handled: Range[] = [];
  let start: number | undefined;
  for (const { words, end } of commands) {
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined) continue;
    start ??= first.range[0];
    // the status of a pipeline is that of its last command
    if (end === '|' || end === '|&') continue;
    const isCondition = /^(?:if|elif|while|until|!)$/u.test(first.text);
    if (isCondition || (end === '||' && !isGivingUp(text.slice(last.range[1], last.range[1] + 300)))) handled.push([start, last.range[1]]);
    start = undefined;
  }
  return dropInner(handled);
}

/** What stands in `$(…)` of a command is within its range. */
function dropInner(ranges: readonly Range[]): Range[] {
  const outer: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a[0] - b[0])) if (range[0] >= (outer.at(-1)?.[1] ?? 0)) outer.push(range);
  return outer;
}

/** `|| exit 1`, `|| { echo failed; exit 1; }`, `|| die failed` */
const isGivingUp = (text: string): boolean => /^\s*\|\|\s*(?:exit|return|die|fail\w*|abort|error\w*|[({][^)}]{0,250}\b(?:exit|return|die|fail))\b/u.test(text);

/** Bodies of functions, whose output is for their caller. */
export function findFunctions(commands: readonly ShellCommand[]): Range[] {
  const bodies: Range[] = [];
  let depth = 0;
  let start = 0;
  let isNamed = false;
  for (const { words, end, isInner } of commands) {
    if (isInner !== undefined) break;
    const first = words[0];
    if (first === undefined) {
      isNamed &&= end === ')' || end === '\n';
      continue;
    }
    const opens = first.text === '{' || (first.text === 'function' && words.at(-1)?.text === '{');
    if (depth === 0 && opens && (isNamed || first.text === 'function')) [depth, start] = [1, first.range[0]];
    else if (depth > 0 && opens) depth++;
    else if (depth > 0 && first.text === '}' && --depth === 0) bodies.push([start, first.range[1]]);
    isNamed = (words.length === 1 && end === '(') || first.text === 'function';
  }
  return bodies;
}

/** Of ranges in the order of the text that do not overlap. */
export function isWithin(ranges: readonly Range[], { words }: Pick<ShellCommand, 'words'>): boolean {
  const at = words[0]?.range[0] ?? -1;
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Infinity) <= at;
}
