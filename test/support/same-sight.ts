import { expect } from 'vitest';
import { defaultConfig } from '../../src/core/config.ts';
import { scanBytes, scanWhole, type ScannedFile } from '../../src/pipeline.ts';

const pick = ({ problems, references, grants, mentions, declared }: ScannedFile): object => ({ problems: problems.map(({ ruleId, kind, range }) => `${ruleId} ${kind} ${range.join('-')}`), references: references.length, grants: grants.length, mentions, declared });

/** The first look at the bytes of a file may never rule out what is found in it when all is read. */
export async function expectSameSight(path: string, text: string): Promise<void> {
  if (text.length > longest) return;
  const bytes = new TextEncoder().encode(text);
  const whole = await scanWhole('/', path, bytes, defaultConfig);
  const usual = await scanBytes('/', path, bytes, defaultConfig);
  expect(pick(usual), `ruled out by its bytes, in ${path}: ${text}`).toEqual(pick(whole));
}

/** Characters: what is longer is there to take long. */
const longest = 20_000;
