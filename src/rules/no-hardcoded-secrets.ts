import { findHardcodedSecrets } from '../ecmascript/hardcoded.ts';
import { mayHoldSecret } from '../ecmascript/may-hold-secret.ts';
import { createProblemRule } from '../eslint/create-rule.ts';
import { detect } from '../eslint/detect.ts';
import { getPackageFacts } from '../io/project.ts';

export const noHardcodedSecrets = createProblemRule({
  id: 'no-hardcoded-secrets',
  roots: ['Program'],
  getProblems(source, cwd) {
    if (!mayHoldSecret(source.text, detect)) return [];
    const { moduleType } = getPackageFacts(cwd, source.path);
    return findHardcodedSecrets({ ...source, ...(moduleType === undefined ? {} : { moduleType }) }, detect);
  },
});
