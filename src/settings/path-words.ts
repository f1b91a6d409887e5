import { getNeededTexts } from '../core/expressions/needed.ts';
import { parseExpression } from '../core/expressions/parse.ts';
import { fileFormats } from '../file-formats/index.ts';

/** By row of `file-formats`, texts in small letters of which its paths have one; none where that is not known. Data alone: the build puts what comes out in the place of this module. */
export const wordsOfRows: readonly (readonly string[])[] = fileFormats.map(({ path }) => getNeededTexts(parseExpression(path.source, path.flags)) ?? []);

const all = [...new Set(wordsOfRows.flatMap((words) => (words.length === 0 ? [''] : words)))];

/** One of them stands in each path of which a row speaks. */
export const words: readonly string[] = all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
