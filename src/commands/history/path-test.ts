import type { Config } from '../../core/config.ts';
import { createFolderTest, findSkippedFolders } from '../../core/skipped-folders.ts';
import { createIgnore } from '../../io/work-tree.ts';
import type { Options } from '../options.ts';

export interface PathTest {
  /** Folders of others or of builds, by all paths that there ever were. */
  readonly skipped: readonly string[];
  isWanted(path: string): boolean;
}

/** `known`: folders that were found before. */
export async function createPathTest(paths: readonly string[], known: readonly string[], { isSkipping }: Pick<Options, 'isSkipping'>, { ignore, skipFolders }: Config): Promise<PathTest> {
  const found = isSkipping && skipFolders === 'on' ? findSkippedFolders({ entries: paths, isIgnored: () => false }) : [];
  const isKnown = createFolderTest(known);
  const skipped = [...known, ...found.filter((folder) => !isKnown(`${folder}.`))].sort();
  const isIgnored = await createIgnore(ignore);
  const isSkipped = createFolderTest(skipped);
  return { skipped, isWanted: (path) => !isIgnored(path) && !isSkipped(path) };
}
