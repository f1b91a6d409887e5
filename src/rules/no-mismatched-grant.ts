import { createReferenceRule } from '../eslint/reference-rule.ts';

export const noMismatchedGrant = createReferenceRule('no-mismatched-grant');
