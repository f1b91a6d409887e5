import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { Config } from '../../core/config.ts';
import { createIdTable } from '../../io/git/id-table.ts';
import { readScanConfig } from '../scan-config.ts';
import { createLooker } from './look-at-blobs.ts';
import { createSearch } from './look.ts';
import type { SharedLooks } from './shared-looks.ts';
import { createSightings } from './sightings.ts';

/** For a thread that tells what it saw in blobs of packs, of which it is told when it is ready. */
export interface LooksTask {
  readonly kind: 'looks';
  readonly folder: string;
  readonly sizeLimit: number;
  readonly seed: number;
  /** Without rules of other scanners, which are functions; the thread reads those itself. */
  readonly config: Config | undefined;
  readonly configFile: string | undefined;
}

export async function lookAtShare({ folder, sizeLimit, seed, config: given, configFile }: LooksTask): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  const told = once(port, 'message') as Promise<[SharedLooks]>;
  const config = given ?? (await readScanConfig(folder, configFile, () => undefined)).config;
  const sightings = createSightings(createIdTable(20), seed);
  const search = createSearch(config);
  search.getRoom(0);
  const looker = createLooker(sightings, search);
  const [looks] = await told;
  const looking = looker.lookAtPacks(looks, sizeLimit);
  while (looking.next().done !== true);
  const seen = sightings.give();
  const { ids, sizes, counts, numbers, surroundings } = seen;
  port.postMessage(seen, [ids, sizes, counts, numbers, surroundings.hashes, surroundings.entries, ...surroundings.rooms].map(({ buffer }) => buffer as ArrayBuffer));
}
