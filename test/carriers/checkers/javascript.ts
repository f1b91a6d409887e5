import type { Check } from '../../support/checker.ts';
import { checkTypes } from '../../support/typescript-check.ts';

export const check = (folder: string): Check => checkTypes(folder);
