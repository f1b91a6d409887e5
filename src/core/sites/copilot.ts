import type { MapMoveSite } from '../map-move.ts';

export interface CopilotSite extends MapMoveSite {
  readonly carrier: 'copilot';
}
