import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Check } from '../../support/checker.ts';
import { checkTemplate } from '../../support/cfn-lint.ts';
import { checkDocuments, getUnknownKeys, isArn, isName, toMap, type Document } from '../../support/document-check.ts';

export const check = (folder: string): Check => (existsSync(path.join(folder, 'stack.yaml')) ? checkTemplate(folder) : checkDocuments(folder, ['apprunner.yaml'], judge));

/** "App Runner configuration file reference", section `run`. */
function judge(file: Document): string[] {
  const run = toMap(file['run']);
  const [variables, secrets] = ['env', 'secrets'].map((key) => (run[key] ?? []) as Document[]);
  return [
    ...getUnknownKeys(run, ['runtime-version', 'pre-run', 'command', 'network', 'env', 'secrets']),
    ...(variables ?? []).flatMap((entry) => [...getUnknownKeys(entry, ['name', 'value']), ...(typeof entry['value'] === 'string' ? [] : ['no value'])]),
    ...(secrets ?? []).flatMap((entry) => [...getUnknownKeys(entry, ['name', 'value-from']), ...(isName(entry['value-from']) || isArn(entry['value-from']) ? [] : ['no parameter'])]),
  ];
}
