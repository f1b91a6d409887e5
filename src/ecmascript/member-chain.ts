import type { Skim } from './skim.ts';
import { bang, bracketEnd, dot, parenthesisEnd, templateEnd, word } from './skim-kinds.ts';

/** Where `a.b[c].d(e).f` begins, told from its last token. */
export function getChainStart({ kinds, values }: Skim, end: number): number {
  let at = end;
  for (let step = 0; step < mostSteps; step++) {
    const kind = kinds[at] ?? 0;
    if (kind === bracketEnd || kind === parenthesisEnd || kind === templateEnd) {
      const open = values[at] ?? at;
      const before = kinds[open - 1];
      if (before === word || before === parenthesisEnd || before === bracketEnd) at = open - 1;
      else if (before === dot) at = open - 2;
      else return open;
    } else if (kind === bang) at--;
    else if (kinds[at - 1] === dot && at > 1) at -= 2;
    else return at;
  }
  return at;
}

/** Nobody writes a longer chain. */
const mostSteps = 200;
