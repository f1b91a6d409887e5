import type { ReadAction } from '../core/reference.ts';
import { getLineStarts, getPosition } from '../core/range.ts';
import type { GrantedText } from '../core/read-grant.ts';
import { parameterReads } from '../iam/read-grant.ts';
import { isGlobMatch } from '../iam/actions.ts';
import { readName, showName } from '../references/name.ts';
import { toReferenceProblem } from '../references/problem.ts';
import { addAction, replaceAction } from './action-edits.ts';
import { isBeside } from './beside.ts';
import { coversOwnPath, doesCover } from './cover.ts';
import type { PlacedFinding } from './judge.ts';
import { isUsed } from './use.ts';
import { isAccountable, isProgramCall, mayBeDenied, mayBeGranted, servesStart, type Call, type PlacedGrant, type Scene } from './view.ts';

/** Statements about a parameter that the code beside reads with another action, which nothing grants. */
export function findWrongActions(scene: Scene): PlacedFinding[] {
  const open = scene.calls.filter((call) => isProgramCall(call) && !mayBeGranted(call, scene) && !mayBeDenied(call, scene));
  return scene.grants.filter((placed) => open.length > 0 && isAccountable(placed) && !servesStart(placed, scene)).flatMap((placed) => {
    const missed = open.filter((call) => isBeside(placed.file.path, call.file.path) && doesCover(placed.grant, call.reference));
    const actions = [...new Set(missed.map(({ reference }) => reference.action))];
    return actions.flatMap((action) => toFinding(placed, action, missed.filter(({ reference }) => reference.action === action), scene));
  });
}

function toFinding(placed: PlacedGrant, needed: ReadAction, [first]: readonly Call[], scene: Scene): PlacedFinding[] {
  const granted = placed.grant.actions.find(({ text }) => text !== undefined && parameterReads.some((action) => isGlobMatch(text, action)));
  if (first === undefined || granted?.text === undefined) return [];
  const name = showName(readName(first.reference.name).path);
  const message = `${showAction(granted.text)} is granted on ${name}; ${describePlace(first, placed)} reads it with ${needed}, which nothing grants.`;
  const problem = toReferenceProblem({ ruleId: 'no-mismatched-grant', kind: 'wrong-action', severity: 'high', range: granted.range, message });
  return [{ path: placed.file.path, problem, remedy: getRemedy(placed, granted, needed, first, scene) }];
}

function getRemedy(placed: PlacedGrant, granted: GrantedText, needed: ReadAction, { reference }: Call, scene: Scene): PlacedFinding['remedy'] {
  const none = (reason: string): PlacedFinding['remedy'] => ({ state: 'none', reason, near: [] });
  if (!placed.grant.isEditable) return none(`grant ${needed} where the actions are written`);
  if (reference.isPath && !coversOwnPath(placed.grant, reference)) return none(`grant ${needed} on the path itself: reading by path is authorised on the path that is asked for`);
  const isNeeded = parameterReads.some((action) => isGlobMatch(granted.text ?? '*', action) && isUsed(action, placed, scene));
  const edit = isNeeded ? addAction : replaceAction;
  return { state: 'offered', title: isNeeded ? `grant ${needed} too` : `grant ${needed} in place of ${showAction(granted.text ?? '')}`, edits: [edit(granted, needed, placed.file.text)] };
}

const showAction = (text: string): string => (/^[\w:*?-]{1,60}$/u.test(text) ? text : 'Another action');

/** `app/main.py:12`, or `line 12` of the same file. */
function describePlace({ file, reference }: Call, placed: PlacedGrant): string {
  const line = String(getPosition(getLineStarts(file.text), reference.range[0]).line);
  if (file === placed.file) return `line ${line}`;
  return /^[\w./@+ -]{1,200}$/u.test(file.path) ? `${file.path}:${line}` : 'the code';
}
