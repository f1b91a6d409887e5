import type { Commit, Introductions } from '../../io/git/introductions.ts';
import type { Sorting } from './sorting.ts';

/** A version of a file, with the commit that brought it first. */
export interface Version {
  readonly blob: number;
  readonly path: number;
  readonly commit: Commit;
}

/** The versions of wanted paths in which something may stand, each with the commit that brought it first. */
export function listVersions({ commits, paths, blobOf, pathOf, commitOf }: Omit<Introductions, 'isWhole' | 'blobs'>, { mayMatter }: Pick<Sorting, 'mayMatter'>): Version[] {
  const first = new Map<number, Version>();
  for (let row = 0; row < blobOf.length; row++) {
    const commit = commits[commitOf[row] ?? 0];
    const path = pathOf[row] ?? 0;
    const blob = blobOf[row] ?? 0;
    if (commit === undefined || !mayMatter(path, blob)) continue;
    const key = blob * paths.length + path;
    const known = first.get(key);
    if (known === undefined || compareCommits(commit, known.commit) < 0) first.set(key, { blob, path, commit });
  }
  return [...first.values()].sort((a, b) => a.path - b.path || compareCommits(a.commit, b.commit) || a.blob - b.blob);
}

/**
 * Those of them that must be read whole: with something that no version before had, of whatever path that is read alike. Which they are
 * depends on blobs, paths and commits only, never on the order in which anything was read.
 */
export function* chooseVersions(versions: readonly Version[], paths: readonly string[], { getPlaces }: Pick<Sorting, 'getPlaces'>): Generator<Version> {
  const seen = new Set<number>();
  for (const version of versions.toSorted((a, b) => compareCommits(a.commit, b.commit) || (a.path === b.path ? 0 : compareTexts(paths[a.path] ?? '', paths[b.path] ?? '')))) {
    const places = getPlaces(version.path, version.blob);
    const { size } = seen;
    for (const place of places ?? []) seen.add(place);
    if (places === undefined || seen.size > size) yield version;
  }
}

/** The earlier one first. */
export const compareCommits = (a: Commit, b: Commit): number => a.time - b.time || b.order - a.order;

export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
