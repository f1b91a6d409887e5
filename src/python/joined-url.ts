import type { Detect } from '../core/detect.ts';

/** Whether a URL whose password begins another text has one: Python joins texts that follow each other. */
export function mayJoinUrl(text: string, detect: Detect): boolean {
  for (const { index, 0: found } of text.matchAll(cut)) {
    const whole = text.slice(index, index + found.length + reach).replace(joint, '');
    if (detect.tokens(`"${whole}`).length > 0) return true;
  }
  return false;
}

/** Characters behind the first text. */
const reach = 400;

/** As the mark in `prefilter/marks.ts`. */
const cut = /\w{1,30}:\/\/[\w.%-]{1,40}:(?=["'])/gu;
const joint = /["'][ \t\\]{0,80}(?:\r?\n[ \t]{0,80})?[bfruBFRU]{0,2}["']/gu;
