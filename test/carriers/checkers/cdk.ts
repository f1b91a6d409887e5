import path from 'node:path';
import type { Check } from '../../support/checker.ts';
import { root } from '../../support/command.ts';
import { checkTypes } from '../../support/typescript-check.ts';

export const check = (folder: string): Check => checkTypes(folder, [path.join(root, 'test/fixtures/aws-cdk-lib.d.ts')]);
