import { getOrigin, isBelievable } from '../core/generated.ts';
import { findHardcodedSecrets } from '../ecmascript/hardcoded.ts';
import { mayHoldSecret } from '../ecmascript/may-hold-secret.ts';
import { createProblemRule } from '../eslint/create-rule.ts';
import { getDetect } from '../eslint/detect.ts';
import { getPackageFacts } from '../io/project.ts';

export const noHardcodedSecrets = createProblemRule({
  id: 'no-hardcoded-secrets',
  roots: ['Program'],
  getProblems(source, cwd, settings) {
    const detect = getDetect(settings);
    if (!mayHoldSecret(source.text, detect)) return [];
    const { moduleType } = getPackageFacts(cwd, source.path);
    const problems = findHardcodedSecrets({ ...source, ...(moduleType === undefined ? {} : { moduleType }) }, detect);
    const origin = problems.length === 0 ? undefined : getOrigin(source.path, source.text);
    // an editor shows what fails a run; the command also tells of public keys and of passwords made up for tests
    return problems.filter((problem) => problem.severity !== 'low' && isBelievable(problem, source.text, origin));
  },
});
