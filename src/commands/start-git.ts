import { UserError } from '../io/errors.ts';
import type { BlobEntry } from '../io/git-blobs.ts';
import { findWorkTree, listStaged } from '../io/git.ts';
import { readStaged } from '../io/git/staged.ts';

/** Files that git is listing. */
export interface GitListing {
  /** The top of the work tree. */
  readonly root: string;
  readonly entries: Promise<readonly BlobEntry[]>;
}

/** Called first thing, so that git works while the rest of the command is loaded. Throws `UserError` outside a repository. */
export function startStaged(folder: string): GitListing {
  const root = findTop(folder, '--staged');
  const plain = readStaged(root);
  const entries = plain === undefined ? listStaged(root) : Promise.resolve(plain);
  // a failure is met when the entries are awaited, not before
  entries.catch(() => undefined);
  return { root, entries };
}

/** The top of the work tree that an option needs. */
export function findTop(folder: string, option: string): string {
  const root = findWorkTree(folder);
  if (root === undefined) throw new UserError(`${option} needs a git repository; there is none here`);
  return root;
}
