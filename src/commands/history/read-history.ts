import type { Config } from '../../core/config.ts';
import type { IdTable } from '../../io/git/id-table.ts';
import { readIntroductions, type Introductions } from '../../io/git/introductions.ts';
import { measurePacks, type PackFile, type Packs } from '../../io/git/pack-files.ts';
import { readPackedIntroductions } from '../../io/git/packed-introductions.ts';
import type { Repository } from '../../io/git/repository.ts';
import type { Options } from '../options.ts';
import { describeShare, group } from '../sweep/progress-line.ts';
import type { Looker } from './look-at-blobs.ts';
import { countLookThreads, openLookThreads, type LookThreads } from './look-threads.ts';
import { describeLooks, endLooks, shareLooks, type SharedLooks } from './shared-looks.ts';
import type { Given, Sightings } from './sightings.ts';
import type { Watch } from './watch.ts';

export interface Reading {
  readonly repository: Repository;
  readonly packs: Packs;
  /** All tips, in the order in which git lists them; undefined where git cannot tell. */
  readonly tips: Promise<readonly string[] | undefined> | undefined;
  readonly options: Options;
  readonly config: Config;
  readonly sightings: Sightings;
  readonly looker: Looker;
  readonly watch: Watch;
}

/** What came in with all commits, while the packs are looked at on several threads. */
export async function readHistory(reading: Reading): Promise<Introductions> {
  const others = startThreads(reading);
  try {
    const packs = reading.packs.open();
    const looks = shareLooks(packs);
    const given = others.look(looks);
    const packed = await readPacked(packs, reading);
    const [introductions] = await Promise.all([packed ?? readByGit(reading), look(looks, given, reading)]);
    return introductions;
  } finally {
    others.end();
  }
}

/** The same, looking only at what is chosen of what came in. */
export async function readHistoryOf<Chosen extends { readonly own: ReadonlySet<number> }>(choose: (introductions: Introductions) => Promise<Chosen>, reading: Reading): Promise<Chosen> {
  const packs = reading.packs.open();
  const introductions = (await readPacked(packs, reading)) ?? (await readByGit(reading));
  const chosen = await choose(introductions);
  const looks = shareLooks(packs, packs.map((pack) => markChosen(pack, introductions.blobs, chosen.own)));
  await look(looks, startThreads(reading).look(looks), reading);
  return chosen;
}

async function readPacked(packs: readonly PackFile[], { repository, tips: awaited, sightings, watch }: Reading): Promise<Introductions | undefined> {
  const tips = await awaited;
  if (packs.length === 0 || tips === undefined || repository.isShallow) return undefined;
  const steps = readPackedIntroductions(repository, packs, tips, sightings.blobs);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (watch.isCut()) return undefined;
    await watch.breathe(() => describeShare(0, 'commits are read', 0));
  }
}

const readByGit = ({ repository, sightings, watch }: Reading): Promise<Introductions> => readIntroductions(repository, { revisions: [] }, sightings.blobs, watch.signal);

const startThreads = ({ repository, options: { sizeLimit, jobs, config: configFile }, config, sightings: { seed }, watch }: Reading): LookThreads =>
  openLookThreads(countLookThreads(measurePacks(repository), jobs), { kind: 'looks', folder: repository.folder, sizeLimit, seed, config: config.foreign === undefined ? config : undefined, configFile }, watch.signal);

async function look(looks: SharedLooks, others: Promise<readonly Given[]>, { options: { sizeLimit }, sightings, looker, watch }: Reading): Promise<void> {
  const describe = (elapsed: number): string => {
    const { share, versions, kilobytes } = describeLooks(looks);
    return describeShare(share, `${group(versions)} versions, ${group(Math.round(kilobytes / 1024))} MB looked at`, elapsed);
  };
  const steps = looker.lookAtPacks(looks, sizeLimit);
  for (let count = 1; steps.next().done !== true && !watch.isCut(); count++) if (count % stride === 0) await watch.breathe(describe);
  if (watch.isCut()) endLooks(looks);
  for (const seen of await others) sightings.take(seen);
}

/** Versions from one look at the clock to the next. */
const stride = 8;

function markChosen({ index }: PackFile, blobs: IdTable, chosen: ReadonlySet<number>): Uint8Array {
  const marks = new Uint8Array(index.count);
  for (const blob of chosen) {
    const entry = index.find(blobs.getBytes(blob), 0);
    if (entry !== -1) marks[entry] = 1;
  }
  return marks;
}
