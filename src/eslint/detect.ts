import { createDetect } from '../core/detect.ts';
import { detectors } from '../detectors/index.ts';

/** One for all rules: building its tables is not free. */
export const detect = createDetect(detectors);
