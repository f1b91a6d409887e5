import type { Config } from '../../core/config.ts';
import { readObjects } from '../../io/git/cat-file.ts';
import type { Repository } from '../../io/git/repository.ts';
import { findSecrets } from '../../pipeline.ts';
import { readScanConfig } from '../scan-config.ts';
import { settleClean, takeBatch, type SharedVersions } from './shared-versions.ts';

/** Versions of files, for a thread that says which of them hold nothing. */
export interface VersionsTask {
  readonly kind: 'versions';
  readonly repository: Repository;
  readonly sizeLimit: number;
  /** Without rules of other scanners, which are functions; the thread reads those itself. */
  readonly config: Config | undefined;
  readonly configFile: string | undefined;
  readonly ids: readonly string[];
  readonly paths: readonly string[];
  readonly work: SharedVersions;
}

export async function lookAtVersions({ repository, sizeLimit, config: given, configFile, ids, paths, work }: VersionsTask): Promise<void> {
  const config = given ?? (await readScanConfig(repository.folder, configFile, () => undefined)).config;
  for (let batch = takeBatch(work); batch !== undefined; batch = takeBatch(work)) {
    const { start, end } = batch;
    const contents: (Uint8Array | undefined)[] = [];
    await readObjects(repository, ids.slice(start, end), sizeLimit, (index, content) => {
      if (typeof content !== 'string') contents[index] = Uint8Array.from(content);
    });
    for (const [index, bytes] of contents.entries()) if (bytes !== undefined && (await isClean(repository, paths[start + index] ?? '', bytes, config))) settleClean(work, start + index);
  }
}

async function isClean({ gitFolder }: Repository, path: string, bytes: Uint8Array, config: Config): Promise<boolean> {
  const scanned = await findSecrets(`${gitFolder}/history`, path, bytes, config);
  return scanned === undefined || (scanned.problems.length === 0 && scanned.unread.length === 0);
}
