import { createReferenceRule } from '../eslint/reference-rule.ts';

export const noUndecryptedParameter = createReferenceRule('no-undecrypted-parameter');
