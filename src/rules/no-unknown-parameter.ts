import { createReferenceRule } from '../eslint/reference-rule.ts';

export const noUnknownParameter = createReferenceRule('no-unknown-parameter');
