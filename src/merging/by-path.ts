/** Ordered as a run orders its files; what is of one path stays as it was. */
export const byPath = <T>(entries: readonly T[], getPath: (entry: T) => string): T[] =>
  entries
    .map((entry) => ({ entry, path: getPath(entry) }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ entry }) => entry);
