import { createReferenceRule } from '../eslint/reference-rule.ts';

export const noUnsafeParameterCommand = createReferenceRule('no-unsafe-parameter-command');
