import { getFileRows } from '../../src/settings/file-rows.ts';
import { createDetect } from '../../src/core/detect.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { Unread } from '../../src/core/problem.ts';
import { detectors } from '../../src/detectors/index.ts';
import { json } from '../../src/scanners/json.ts';
import { terraform } from '../../src/scanners/terraform.ts';
import { yaml } from '../../src/scanners/yaml.ts';
import { expectSameSight } from '../support/same-sight.ts';

const detect = createDetect(detectors);

export interface Scanned {
  readonly problems: readonly Problem[];
  readonly unread: readonly Unread[];
  /** `kind name: marked text` of each problem. */
  readonly found: readonly string[];
}

/** A document through the scanner that handles its path. */
export async function scanDocument(path: string, text: string): Promise<Scanned> {
  const scanner = [json, terraform, yaml].find((candidate) => candidate.handles(path));
  if (scanner === undefined) throw new Error(`no scanner for ${path}`);
  await expectSameSight(path, text);
  const { problems, unread } = await scanner.scan({ path, text, rows: getFileRows(path) }, detect);
  return { problems, unread, found: problems.map((problem) => `${problem.kind} ${problem.subject?.name ?? ''}: ${text.slice(...problem.range)}`) };
}
