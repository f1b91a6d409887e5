import type { Check } from '../../support/checker.ts';
import { checkDocuments, getShared, getWrongValues, isName, toMap, type Document } from '../../support/document-check.ts';

export const check = (folder: string): Check => checkDocuments(folder, ['copilot/api/manifest.yml'], (manifest) => [manifest, ...Object.values(toMap(manifest['environments'])).map(toMap)].flatMap(judge));

/** "Load Balanced Web Service" in the Copilot CLI documentation: both maps hold one value a name. */
function judge(service: Document): string[] {
  const [variables, secrets] = [toMap(service['variables']), toMap(service['secrets'])];
  return [...getWrongValues(variables, (value) => typeof value === 'string'), ...getWrongValues(secrets, isName), ...getShared(variables, secrets)];
}
