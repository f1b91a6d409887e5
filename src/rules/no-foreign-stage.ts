import { createReferenceRule } from '../eslint/reference-rule.ts';

export const noForeignStage = createReferenceRule('no-foreign-stage');
