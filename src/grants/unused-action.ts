import { parameterReads, type ParameterRead } from '../iam/read-grant.ts';
import { toReferenceProblem } from '../references/problem.ts';
import { removeAction } from './action-edits.ts';
import { getBase, isBeside } from './beside.ts';
import { doesCover, namesParameters } from './cover.ts';
import type { PlacedFinding } from './judge.ts';
import { isUsed } from './use.ts';
import type { GrantedText } from '../core/read-grant.ts';
import { isAccountable, type PlacedGrant, type Scene } from './view.ts';

/** Reading actions that nothing calls on what a statement is about, where another of its actions is called. */
export function findUnusedActions(scene: Scene): PlacedFinding[] {
  return scene.grants.filter((placed) => isUnderstood(placed, scene)).flatMap((placed) => {
    const named = placed.grant.actions.flatMap((written) => parameterReads.filter((action) => written.text?.toLowerCase() === action.toLowerCase()).map((action) => ({ written, action })));
    const unused = named.filter(({ action }) => !isUsed(action, placed, scene));
    return unused.length === 0 || unused.length === named.length ? [] : unused.map(({ written, action }) => toFinding(placed, written, action));
  });
}

/** Everything below the policy's folder was seen, and all that it names is read there; what a tool calls that deploys is not seen. */
const isUnderstood = (placed: PlacedGrant, { view, calls }: Scene): boolean =>
  placed.grant.actions.length > 1 &&
  isAccountable(placed) &&
  view.isWhole(getBase(placed.file.path)) &&
  placed.grant.resources.every((resource) => namesParameters(resource) && calls.some(({ file, reference }) => reference.reader !== 'deployment' && isBeside(placed.file.path, file.path) && doesCover({ resources: [resource] }, reference)));

function toFinding({ file, grant }: PlacedGrant, written: GrantedText, action: ParameterRead): PlacedFinding {
  const message = `${action} is granted, and nothing here calls it on these parameters.`;
  const problem = toReferenceProblem({ ruleId: 'no-mismatched-grant', kind: 'unused-action', severity: 'low', range: written.range, message });
  const edit = grant.isEditable ? removeAction(written, file.text) : undefined;
  return { path: file.path, problem, remedy: edit === undefined ? { state: 'none', reason: `take ${action} out of the statement`, near: [] } : { state: 'offered', title: `take ${action} out of the statement`, edits: [edit] } };
}
