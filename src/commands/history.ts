import type { Report } from '../core/finding.ts';
import { openRepository } from '../io/git/repository.ts';
import { say } from '../io/terminal.ts';
import { version } from '../version.ts';
import { findInHistory } from './history/find.ts';
import { findInShard } from './history/find-in-shard.ts';
import { watchHistory } from './history/watch.ts';
import type { Options } from './options.ts';
import { getExitCode, show, warnOfFiles } from './scan.ts';
import { readScanConfig } from './scan-config.ts';

/** What its threads do. */
export { lookAtShare } from './history/look-thread.ts';
export { lookAtVersions } from './history/version-thread.ts';

/** Looks for secrets in everything that was ever committed. Exit code: 0 clean, 1 leaks, 2 something could not be looked at. */
export async function scanHistory(options: Options, folder: string): Promise<number> {
  const { config } = await readScanConfig(folder, options.config);
  const repository = openRepository(folder);
  const watch = watchHistory();
  const { notes, commitCount, shard, ...result } = options.shard === undefined ? { ...(await findInHistory(repository, options, config, watch)), shard: undefined } : await findInShard(options.shard, repository, options, config, watch);
  watch.dismiss();
  warnOfFiles(result.unread);
  for (const note of notes) say(note);
  const report: Report = {
    ...result,
    references: [],
    storeLabel: 'none',
    suppressionNotes: [],
    history: { commits: commitCount },
    now: Date.now(),
    version,
  };
  const exitCode = getExitCode(report, options, config);
  await show(shard === undefined ? report : { ...report, shard: { ...shard, exitCode } }, options);
  return exitCode;
}
