import { createPacks, type Packs } from '../../io/git/pack-files.ts';
import type { Repository } from '../../io/git/repository.ts';
import { compileLater } from './compile-later.ts';

/** For a run that looks at something new: its packs are closed whatever comes of it. */
export async function withPacks<Result>(repository: Repository, run: (packs: Packs) => Promise<Result>): Promise<Result> {
  compileLater();
  const packs = createPacks(repository);
  try {
    return await run(packs);
  } finally {
    packs.close();
  }
}
