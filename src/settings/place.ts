import type { Place } from '../core/detect.ts';
import { isLocalePath, isTestPath } from '../core/paths.ts';

/** A line of a settings file assigns, but for interface texts and made-up data of tests. */
export const getSettingPlace = (path: string): Place => (isLocalePath(path) ? 'text' : isTestPath(path) ? 'test-login' : 'setting');
