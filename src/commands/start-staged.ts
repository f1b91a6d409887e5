import { UserError } from '../io/errors.ts';
import { findWorkTree, readStagedFiles, type StagedFile } from '../io/git.ts';

/** The git index being read. */
export interface StagedRead {
  /** The top of the work tree. */
  readonly root: string;
  readonly files: Promise<readonly StagedFile[]>;
}

/** Called first thing, so that git works while the rest of the command is loaded. Throws `UserError` outside a repository. */
export function startStaged(folder: string): StagedRead {
  const root = findWorkTree(folder);
  if (root === undefined) throw new UserError('--staged needs a git repository; there is none here');
  const files = readStagedFiles(root, (paths) => void import('../pipeline.ts').then(({ warmUp }) => warmUp(paths)));
  // a failure is met when the files are awaited, not before
  files.catch(() => undefined);
  return { root, files };
}
