import { readName, showName } from '../references/name.ts';
import { judgeForm } from '../references/form.ts';
import { toReferenceProblem } from '../references/problem.ts';
import { getBase, isBeside } from './beside.ts';
import { doesCover, getArnName, mayCover } from './cover.ts';
import type { PlacedFinding } from './judge.ts';
import { isAccountable, isProgramCall, mayBeDenied, servesStart, type Call, type PlacedGrant, type Scene } from './view.ts';

/** Names that no policy of the run is about, in code whose policy is there. */
export function findMissingGrants(scene: Scene): PlacedFinding[] {
  const own = scene.grants.filter((placed) => isAccountable(placed) && scene.view.isWhole(getBase(placed.file.path)) && !servesStart(placed, scene));
  if (own.length === 0) return [];
  return scene.calls.filter((call) => isProgramCall(call) && judgeForm(call.reference) === undefined && !isMet(call, scene) && own.some((placed) => isPolicyOf(placed, call, scene))).map(toFinding);
}

const isMet = (call: Call, scene: Scene): boolean => scene.grants.some(({ grant }) => mayCover(grant, call.reference)) || mayBeDenied(call, scene);

/** It grants something else that this file reads, or names parameters of the same application. */
function isPolicyOf({ file, grant }: PlacedGrant, call: Call, { calls }: Scene): boolean {
  if (!isBeside(file.path, call.file.path)) return false;
  if (calls.some((other) => other.file === call.file && doesCover(grant, other.reference))) return true;
  const root = getRoot(readName(call.reference.name).path);
  return root !== undefined && grant.resources.some(({ text }) => text !== undefined && getRoot(getArnName(text) ?? '') === root);
}

/** `/prod/shop` of `/prod/shop/db`; a single part would be that of a whole stage. */
const getRoot = (path: string): string | undefined => /^\/?(?<root>[\w.-]+\/[\w.-]+)\//u.exec(path)?.groups?.['root'];

function toFinding({ file, reference }: Call): PlacedFinding {
  const name = showName(readName(reference.name).path);
  const message = `The policy beside this code grants other parameters and not ${name}.`;
  const problem = toReferenceProblem({ ruleId: 'no-mismatched-grant', kind: 'missing-grant', severity: 'medium', range: reference.range, message });
  return { path: file.path, problem, remedy: { state: 'none', reason: `grant ${reference.action} on ${name}; \`paramguard policy\` writes the statement`, near: [] } };
}
