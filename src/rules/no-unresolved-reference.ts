import { createReferenceRule } from '../eslint/reference-rule.ts';

export const noUnresolvedReference = createReferenceRule('no-unresolved-reference');
