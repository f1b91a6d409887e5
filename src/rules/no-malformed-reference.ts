import { createReferenceRule } from '../eslint/reference-rule.ts';

export const noMalformedReference = createReferenceRule('no-malformed-reference');
