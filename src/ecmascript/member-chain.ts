import type { Skim } from './skim.ts';
import { bang, bracketEnd, dot, parenthesisEnd, templateEnd, word } from './skim-kinds.ts';

/** Where `a.b[c].d(e).f` begins, told from its last token. */
export function getChainStart({ kinds, values }: Skim, end: number): number {
  for (let at = end; ; ) {
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
}
