import { UserError } from './errors.ts';
import type { BlobEntry } from './git-blobs.ts';
import { parseRawDiff, rawOptions, readGit, runGit } from './git.ts';
import { createHunkReader, type Lines } from './hunks.ts';

/** What a branch changed since it left another. */
export interface Branch {
  readonly entries: readonly BlobEntry[];
  /** Lines that are new, by path; absent for a file that is new as a whole. */
  readonly added: ReadonlyMap<string, readonly Lines[]>;
}

/** From the commit where `HEAD` and `base` parted to `HEAD`. Throws `UserError` where git finds none. */
export async function listBranch(root: string, base: string): Promise<Branch> {
  const from = findFork(root, base);
  const common = ['diff', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all', '--find-renames', '--no-color'];
  const hunks = createHunkReader();
  const [raw, patch] = await Promise.all([
    readGit(root, [...common, ...rawOptions, '--diff-filter=AMRT', from, 'HEAD', '--']),
    readGit(root, [...common, '--patch', '--unified=0', '--inter-hunk-context=0', '--diff-filter=MR', from, 'HEAD', '--'], hunks.add),
  ]);
  if (raw === undefined || patch === undefined) throw new UserError('git could not compare the branch with its base');
  return pair(parseRawDiff(raw.toString('utf8')), hunks.finish());
}

function findFork(root: string, base: string): string {
  const { status, output } = runGit(root, ['merge-base', base, 'HEAD']);
  const fork = output.toString('latin1').trim();
  if (status === 0 && /^[\da-f]{40,64}$/u.test(fork)) return fork;
  if (status === 1) throw new UserError(`git finds no commit that ${base} and HEAD have in common; in a shallow clone, fetch more of the history`);
  throw new UserError(`--diff ${base}: git knows no such commit, or the repository has none yet; in CI, fetch the branch first`);
}

/** The patch has the files that are not new in the same order. */
function pair(entries: readonly (BlobEntry & { readonly mode: string; readonly status: string })[], sections: readonly (readonly Lines[] | 'whole')[]): Branch {
  const old = entries.filter(({ status }) => status === 'M' || status === 'R');
  // what cannot be told apart is taken for new
  const known = old.length === sections.length ? old.map(({ path }, index) => [path, sections[index] ?? 'whole'] as const) : [];
  return {
    entries: entries.filter(({ mode }) => mode.startsWith('100')),
    added: new Map(known.flatMap(([path, lines]) => (lines === 'whole' ? [] : [[path, lines] as const]))),
  };
}
