/** What is used of the `picomatch` package; the command and the plugin load it each in their own way. */
export type Picomatch = (patterns: string[], options: { dot: boolean }) => (path: string) => boolean;

/** Patterns as .gitignore has them: without a slash they name a file or folder at any depth. */
export const createMatcher = (picomatch: Picomatch) => (patterns: readonly string[]) => picomatch(patterns.flatMap(toGlobs), { dot: true });

function toGlobs(pattern: string): string[] {
  const bare = pattern.replace(/^\.?\//u, '').replace(/\/$/u, '');
  const anchored = bare.includes('/') || pattern.startsWith('/') ? bare : `**/${bare}`;
  return [anchored, `${anchored}/**`];
}
