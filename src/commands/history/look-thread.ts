import { parentPort } from 'node:worker_threads';
import type { Config } from '../../core/config.ts';
import { createIdTable } from '../../io/git/id-table.ts';
import { readScanConfig } from '../scan-config.ts';
import { createLooker } from './look-at-blobs.ts';
import { createSearch } from './look.ts';
import type { SharedLooks } from './shared-looks.ts';
import { createSightings } from './sightings.ts';

/** Blobs of packs, for a thread that tells what it saw in them. */
export interface LooksTask {
  readonly kind: 'looks';
  readonly folder: string;
  readonly sizeLimit: number;
  readonly seed: number;
  /** Without rules of other scanners, which are functions; the thread reads those itself. */
  readonly config: Config | undefined;
  readonly configFile: string | undefined;
  readonly looks: SharedLooks;
}

export async function lookAtShare({ folder, sizeLimit, seed, config: given, configFile, looks }: LooksTask): Promise<void> {
  const config = given ?? (await readScanConfig(folder, configFile, () => undefined)).config;
  const sightings = createSightings(createIdTable(20), seed);
  const looking = createLooker(sightings, createSearch(config)).lookAtPacks(looks, sizeLimit);
  while (looking.next().done !== true);
  const seen = sightings.give();
  const { ids, sizes, counts, numbers, surroundings } = seen;
  parentPort?.postMessage(seen, [ids, sizes, counts, numbers, surroundings.hashes, surroundings.entries, ...surroundings.rooms].map(({ buffer }) => buffer as ArrayBuffer));
}
