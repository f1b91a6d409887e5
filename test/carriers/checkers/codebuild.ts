import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Check } from '../../support/checker.ts';
import { checkTemplate } from '../../support/cfn-lint.ts';
import { checkDocuments, getShared, getUnknownKeys, getWrongValues, isName, toMap, type Document } from '../../support/document-check.ts';

export const check = (folder: string): Check =>
  existsSync(path.join(folder, 'stack.yaml')) ? checkTemplate(folder) : checkDocuments(folder, ['buildspec.yml', 'deploy/buildspec.yml'], judge);

/** "Build specification reference for CodeBuild", section `env`. */
function judge(buildspec: Document): string[] {
  const env = toMap(buildspec['env']);
  const variables = toMap(env['variables']);
  const parameters = toMap(env['parameter-store']);
  return [
    ...(buildspec['version'] === 0.2 && 'phases' in buildspec ? [] : ['no buildspec']),
    ...getUnknownKeys(env, ['shell', 'variables', 'parameter-store', 'exported-variables', 'secrets-manager', 'git-credential-helper']),
    ...getWrongValues(variables, (value) => typeof value === 'string'),
    ...getWrongValues(parameters, isName),
    ...getShared(variables, parameters),
  ];
}
