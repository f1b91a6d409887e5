import type { Remedy } from '../core/remedy.ts';
import type { CorrectionSite } from '../core/sites/correction.ts';

/** The scanner knew what to write when it found the mistake. */
export const correction: Remedy<CorrectionSite> = {
  carrier: 'correction',
  needs: 'nothing',
  propose: ({ site: { edits, title } }) => ({ edits, title }),
};
