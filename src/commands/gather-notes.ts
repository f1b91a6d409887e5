/** What is worth a line about a file, and no failure. */
export interface FileNote {
  readonly path: string;
  readonly text: string;
}

/** One line for each, or for all that say the same where there are many: a tree may have thousands of them. */
export function gatherNotes(notes: readonly FileNote[], isVerbose: boolean): string[] {
  const paths = new Map<string, string[]>();
  for (const { path, text } of notes) {
    const group = paths.get(text);
    if (group === undefined) paths.set(text, [path]);
    else group.push(path);
  }
  return [...paths].flatMap(([text, group]) => (isVerbose || group.length <= mostNamed ? group.map((path) => `${path}: ${text}`) : [`${String(group.length)} files, ${group[0] ?? ''} the first of them: ${text}; --verbose names each`]));
}

const mostNamed = 3;
