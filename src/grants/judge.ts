import type { ReferenceFinding } from '../references/verdict.ts';
import { findMissingGrants } from './missing-grant.ts';
import { findUnusedActions } from './unused-action.ts';
import { toScene, type GrantView } from './view.ts';
import { findWrongActions } from './wrong-action.ts';

export interface PlacedFinding extends ReferenceFinding {
  readonly path: string;
}

/** Policies that do not fit what the code beside them reads, and code that its policy forgets. */
export function judgeGrants(view: GrantView): PlacedFinding[] {
  if (view.files.every(({ grants }) => grants.length === 0)) return [];
  const scene = toScene(view);
  return scene.calls.length === 0 ? [] : [...findWrongActions(scene), ...findUnusedActions(scene), ...findMissingGrants(scene)];
}
