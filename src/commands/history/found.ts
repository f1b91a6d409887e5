import { count, type Report } from '../../core/finding.ts';
import type { Introductions } from '../../io/git/introductions.ts';
import type { Repository } from '../../io/git/repository.ts';
import type { Watch } from './watch.ts';

export interface Found extends Pick<Report, 'findings' | 'unread' | 'skipped' | 'fileCount' | 'byteCount'> {
  readonly notes: readonly string[];
  readonly commitCount: number;
}

export function describeGaps({ isWhole }: Pick<Introductions, 'isWhole'>, watch: Watch, cutAt: number | undefined, chosenCount: number): Found['unread'] {
  if (!watch.isCut()) return isWhole ? [] : [historyCut];
  return [{ path: '.', reason: chosenCount === 0 ? 'the run was cut short before all versions were looked at' : `the run was cut short: ${String(cutAt)} of ${String(chosenCount)} versions that may hold a secret were read` }];
}

/** Worth a line each, and no failure. */
export const describeVersions = ({ isShallow }: Repository, brokenCount: number): readonly string[] => [
  ...(isShallow ? [cutByFetch] : []),
  ...(brokenCount === 0 ? [] : [`${count(brokenCount, 'version of a file is', 'versions of files are')} not valid in the format that the name tells: searched as text`]),
];

const cutByFetch = 'the history was cut when it was fetched (a shallow clone): what came before is not looked at; "git fetch --unshallow" gets it';

const historyCut = { path: '.git', reason: 'git could not read the whole history; "git fsck" tells what is wrong, and an argument that is no revision is met here, too' };
