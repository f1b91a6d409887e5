import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkTemplate } from '../../support/cfn-lint.ts';
import type { Check } from '../../support/checker.ts';
import { checkDocuments, getShared, getUnknownKeys, getWrongValues, isArn, toMap, type Document } from '../../support/document-check.ts';

export const check = (folder: string): Check => (existsSync(path.join(folder, 'stack.yaml')) ? checkTemplate(folder) : checkDocuments(folder, ['.ebextensions/options.config'], judge));

/** "Option settings" and "Advanced environment customization with configuration files" in the Elastic Beanstalk Developer Guide. */
function judge(file: Document): string[] {
  const settings = toMap(file['option_settings']);
  const [variables, secrets] = ['environment', 'environmentsecrets'].map((name) => toMap(settings[`aws:elasticbeanstalk:application:${name}`]));
  return [
    ...getUnknownKeys(file, ['option_settings', 'packages', 'sources', 'files', 'users', 'groups', 'commands', 'container_commands', 'services', 'Resources']),
    ...getWrongValues(secrets ?? {}, isArn),
    ...getShared(variables ?? {}, secrets ?? {}),
  ];
}
