import type { CharSet } from './char-set.ts';
import type { Expression } from './parse.ts';

/** Texts in small letters, one of which stands in all that an expression matches; undefined where none is known. */
export function getNeededTexts(expression: Expression): readonly string[] | undefined {
  switch (expression.type) {
    case 'sequence':
      return getBest([...getRuns(expression.items), ...expression.items.filter((item) => getTexts(item) === undefined).map(getNeededTexts)]);
    case 'choice': {
      const options = expression.options.map(getNeededTexts);
      return options.every((option) => option !== undefined) ? [...new Set(options.flat())] : undefined;
    }
    case 'repeat':
      return expression.min > 0 ? getNeededTexts(expression.body) : undefined;
    default:
      return undefined;
  }
}

/** Plain texts that follow each other, in all ways to put them together. One character alone says little. */
function getRuns(items: readonly Expression[]): readonly (readonly string[])[] {
  const runs: (readonly string[])[] = [['']];
  for (const item of items) {
    const texts = getTexts(item);
    const last = runs.at(-1) ?? [''];
    if (texts === undefined) runs.push(['']);
    else if (last.length * texts.length > mostTexts) runs.push(texts);
    else runs[runs.length - 1] = join(last, texts);
  }
  return runs.filter((run) => run.every((text) => text.length > 1));
}

const join = (starts: readonly string[], texts: readonly string[]): readonly string[] => starts.flatMap((start) => texts.map((text) => start + text));

const mostTexts = 40;

/** All that an expression matches, where that is a few plain texts. */
function getTexts(expression: Expression): readonly string[] | undefined {
  if (expression.type === 'set') {
    const character = getCharacter(expression);
    return character === undefined ? undefined : [character];
  }
  if (expression.type === 'sequence') return expression.items.map(getTexts).reduce<readonly string[] | undefined>(joinFew, ['']);
  if (expression.type !== 'choice') return undefined;
  const options = expression.options.map(getTexts);
  return options.every((option) => option !== undefined) ? options.flat() : undefined;
}

const joinFew = (starts: readonly string[] | undefined, texts: readonly string[] | undefined): readonly string[] | undefined =>
  starts === undefined || texts === undefined || starts.length * texts.length > mostTexts ? undefined : join(starts, texts);

/** A letter in both cases is one. */
function getCharacter({ set }: { readonly set: CharSet }): string | undefined {
  const characters = new Set(set.flatMap(([from, to]) => (to === from ? [String.fromCodePoint(from).toLowerCase()] : ['', '?'])));
  // what folds to an ASCII letter from far away is not meant
  const plain = [...characters].filter((character) => character <= '\u007F');
  return plain.length === 1 ? plain[0] : undefined;
}

/** The one whose shortest text is the longest; an ending such as `.json` has many. */
const getBest = (choices: readonly (readonly string[] | undefined)[]): readonly string[] | undefined =>
  choices.reduce<readonly string[] | undefined>((best, choice) => (choice !== undefined && getWorth(choice) > getWorth(best) ? choice : best), undefined);

const getWorth = (texts: readonly string[] | undefined): number => (texts === undefined ? 0 : Math.min(...texts.map((text) => (text.startsWith('.') ? text.length / 3 : text.length))));
