import { getEnvironment } from '../core/parameter-names.ts';
import type { Reference } from '../core/reference.ts';
import { getStage, readName, showName } from './name.ts';
import { toReferenceProblem } from './problem.ts';
import type { ReferenceFinding } from './verdict.ts';

/** A file for production that reads what belongs to another stage, and code for every stage that is tied to one of them. */
export function judgeStage(path: string, { name, range }: Reference): ReferenceFinding[] {
  const own = getEnvironment(path);
  const stage = getStage(readName(name).path);
  if (stage === undefined || stage === 'prod' || (own !== undefined && own !== 'prod')) return [];
  const isProduction = own === 'prod';
  const message = isProduction
    ? `This file is for production and names ${showName(name)}, a parameter of the stage ${stage}.`
    : `The parameter ${showName(name)} belongs to the stage ${stage}, and this code runs in every stage.`;
  const reason = isProduction ? 'name the parameter of production' : 'take the stage, or the whole name, from the environment of the program';
  const problem = toReferenceProblem({ ruleId: 'no-foreign-stage', kind: 'foreign-stage', severity: isProduction ? 'high' : 'low', range, message });
  return [{ problem, remedy: { state: 'none', reason, near: [] } }];
}
