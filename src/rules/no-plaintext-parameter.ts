import { createReferenceRule } from '../eslint/reference-rule.ts';

export const noPlaintextParameter = createReferenceRule('no-plaintext-parameter');
