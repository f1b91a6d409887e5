import { createDetect } from '../../src/core/detect.ts';
import type { Problem } from '../../src/core/problem.ts';
import { detectors } from '../../src/detectors/index.ts';
import { python } from '../../src/scanners/python.ts';
import { fill } from '../support/fill.ts';
import { expectSameSight } from '../support/same-sight.ts';

const detect = createDetect(detectors);

export interface Scan {
  /** With the made-up secrets filled in. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

export async function scan(source: string, path = 'app/settings.py'): Promise<Scan> {
  const text = fill(source);
  await expectSameSight(path, text);
  const { problems } = await python.scan({ path, text }, detect);
  return { text, problems };
}

/** The marked texts of the problems of one rule. */
export async function getMarked(rule: Problem['ruleId'], source: string, path?: string): Promise<string[]> {
  const { text, problems } = await scan(source, path);
  return problems.filter(({ ruleId }) => ruleId === rule).map(({ range }) => text.slice(...range));
}
