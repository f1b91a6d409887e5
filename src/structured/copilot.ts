import type { CopilotSite } from '../core/sites/copilot.ts';
import type { Cursor, ScalarTree } from '../core/tree.ts';
import type { StructuredFile } from './document.ts';
import { getMapMove } from './map-move.ts';

/** The place of a secret in the `variables` of a Copilot manifest, its sidecars and environments (https://aws.github.io/copilot-cli/docs/manifest/lb-web-service/). */
export function getCopilotSite(cursor: Cursor<ScalarTree>, { path, text }: StructuredFile, isWhole: boolean): CopilotSite | undefined {
  if (!/(?:^|\/)copilot\/(?:[\w.-]+\/){1,2}manifest\.ya?ml$/iu.test(path) || cursor.parent?.key !== 'variables') return undefined;
  const move = getMapMove(cursor, 'secrets', { isWhole, text });
  return move === undefined ? undefined : { carrier: 'copilot', ...move };
}
