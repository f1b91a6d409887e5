import { expect, it } from 'vitest';
import { planFile } from '../../src/commands/file-plan.ts';
import { defaultConfig } from '../../src/core/config.ts';
import type { Finding } from '../../src/core/finding.ts';
import { scanWhole, type ScannedFile } from '../../src/pipeline.ts';
import { makeFolder } from '../support/command.ts';

/** As if a remedy had made an edit that no JSON reader takes. */
const replacements = [['1', '"one"'], ['2', '{'], ['3', '"three"']] as const;

const getOpen = ({ source: { text } }: ScannedFile): Finding[] =>
  replacements.flatMap(([digit, replacement]) => {
    const at = text.indexOf(digit);
    return at < 0 ? [] : [{ remedy: { state: 'offered', title: '', edits: [{ range: [at, at + 1], text: replacement }] } } as unknown as Finding];
  });

it('makes the other edits where one leaves a file that cannot be read', async () => {
  const root = makeFolder();
  const place = { root, config: defaultConfig };
  const file = await scanWhole(root, 'a.json', Buffer.from('{"a": 1, "b": 2, "c": 3, "password": null}'), defaultConfig);
  const { result, fixed, left } = await planFile(file, place, getOpen);
  expect(result.source.text).toBe('{"a": "one", "b": 2, "c": "three", "password": null}');
  expect([fixed.length, left.length]).toEqual([2, 1]);
});
