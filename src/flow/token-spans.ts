import type { Skim } from '../ecmascript/skim.ts';
import { comma, dot, greater, isClosing, isOpening, less, semicolon, spread, word } from '../ecmascript/skim-kinds.ts';
import type { Budget } from './budget.ts';

/** Where expressions and what stands between commas begin and end, in the tokens of a program. */
export class TokenSpans {
  readonly #program: Skim;
  readonly #budget: Budget;

  constructor(program: Skim, budget: Budget) {
    this.#program = program;
    this.#budget = budget;
  }

  /** Words of a target, with those of its keys and defaults. */
  getWords(from: number, to: number): number[] {
    const { kinds, values } = this.#program;
    const words: number[] = [];
    if (!this.#budget.spend(to - from)) return words;
    for (let token = from; token <= to; token++) if (kinds[token] === word && kinds[token - 1] !== dot) words.push(values[token] ?? 0);
    return words;
  }

  /** Where an expression ends that nothing in brackets reaches out of. */
  getEnd(start: number): number {
    const { kinds, values, count } = this.#program;
    for (let at = start; at < count && this.#budget.spend(1); at++) {
      const kind = kinds[at] ?? 0;
      if (kind === comma || kind === semicolon || isClosing(kind)) return at;
      if (isOpening(kind)) at = values[at] ?? at;
    }
    return count;
  }

  /** What stands between commas: the first and the last token of each part, one pair behind the other. */
  getParts(open: number, close: number): number[] {
    const { kinds, values } = this.#program;
    if (open === close) return [open, open];
    const parts: number[] = [];
    let from = open + 1;
    let angles = 0;
    for (let at = from; at <= close && this.#budget.spend(1); at++) {
      const kind = kinds[at] ?? 0;
      if (at === close || (kind === comma && angles <= 0)) {
        if (at > from) parts.push(from, at - 1);
        from = at + 1;
      } else if (isOpening(kind)) at = values[at] ?? at;
      else if (kind === less) angles++;
      else if (kind === greater) angles--;
    }
    return parts;
  }

  /** Where the arguments of a call begin that a parameter may be given. */
  getArguments(call: number, index: number, isRest: boolean): number[] {
    const { kinds, values } = this.#program;
    const close = values[call] ?? call;
    const starts: number[] = [];
    let number = 0;
    let isSpread = false;
    for (let from = call + 1; from < close; number++) {
      isSpread ||= kinds[from] === spread;
      if (isSpread || number === index || (isRest && number > index)) starts.push(from);
      const end = this.getEnd(from);
      from = end + 1;
      if (end >= close) break;
    }
    return starts;
  }
}
