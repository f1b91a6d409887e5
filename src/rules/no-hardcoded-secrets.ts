import { getOrigin, isBelievable } from '../core/generated.ts';
import type { Problem } from '../core/problem.ts';
import { detectors } from '../detectors/index.ts';
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
    return problems.filter((problem) => !isQuiet(problem) && isBelievable(problem, source.text, origin));
  },
});

/** In an editor nobody is told of what is meant to be public, or made up for a test; the command says it. */
const isQuiet = ({ severity, kind }: Problem): boolean => severity === 'low' && (kind === 'password-value' || publicKinds.has(kind));

const publicKinds: ReadonlySet<string> = new Set(detectors.filter(({ severity }) => severity === 'low').map(({ id }) => id));
