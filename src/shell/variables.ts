import { getHoleEnd, type ShellCommand, type ShellWord } from '../core/shell-words.ts';

/** What a script's variables hold, as far as it is written there: those that are set once. `*` stands for what the shell fills in. */
export function findVariables(commands: readonly ShellCommand[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const changed = new Set<string>();
  for (const { words } of commands) {
    for (const word of getAssignments(words)) {
      const found = /^(?<name>[A-Za-z_]\w{0,99})(?<plus>\+?)=/u.exec(word.text);
      if (found === null) continue;
      const { name = '', plus } = found.groups ?? {};
      if (values.has(name) || plus === '+') changed.add(name);
      values.set(name, toPattern(word, values, found[0].length));
    }
    if (/^(?:read|for|select)$/u.test(words[0]?.text ?? '')) for (const { text } of words.slice(1)) changed.add(text);
  }
  return new Map([...values].filter(([name]) => !changed.has(name)));
}

/** The word from `start` with the values of the variables in it. */
export function toPattern({ text, holes }: ShellWord, variables: ReadonlyMap<string, string>, start = 0): string {
  let pattern = '';
  let offset = start;
  for (const hole of holes) {
    if (hole < offset) continue;
    const end = getHoleEnd(text, hole);
    const name = /^\$(?:(?<plain>\w+)|\{(?<braced>\w+)\})$/u.exec(text.slice(hole, Math.min(end, hole + 110)))?.groups;
    pattern += text.slice(offset, hole) + (variables.get(name?.['plain'] ?? name?.['braced'] ?? '') ?? '*');
    offset = end;
  }
  return (pattern + text.slice(offset)).replace(/\*{2,}/gu, '*').slice(0, 2200);
}

/** `X=1 Y=2`, also in front of a command or after `export`. */
function getAssignments(words: readonly ShellWord[]): readonly ShellWord[] {
  const from = /^(?:export|local|readonly|declare|typeset|then|do|else|\{)$/u.test(words[0]?.text ?? '') ? 1 : 0;
  const end = words.findIndex(({ text }, index) => index >= from && !/^[A-Za-z_]\w{0,99}\+?=|^-/u.test(text));
  return words.slice(from, end < 0 ? undefined : end);
}
