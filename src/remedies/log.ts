import type { Edit } from '../core/edit.ts';
import type { Proposal, Remedy } from '../core/remedy.ts';
import type { LogSite } from '../core/sites/log.ts';

/** Prints a mask in place of the secret. The rest of the line stays, so the log keeps its meaning. */
export const log: Remedy<LogSite> = {
  carrier: 'log',
  needs: 'nothing',
  propose({ text, site }): Proposal {
    if (site.refusal !== undefined) return { edits: undefined, reason: `No edit is safe here: ${site.refusal}.` };
    const name = text.slice(...site.range);
    if (site.place === 'shorthand' && !/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) {
      return { edits: undefined, reason: 'No edit is safe here: the property is not a plain name; mask its value by hand.' };
    }
    return { edits: [toEdit(text, site, name)], title: 'print "[redacted]" in place of the secret' };
  },
};

const mask = '[redacted]';

function toEdit(text: string, { range, place, language }: LogSite, name: string): Edit {
  if (place === 'template-part') return { range, text: mask };
  const quote = getQuote(text, language);
  const literal = `${quote}${mask}${quote}`;
  if (place === 'shorthand') return { range, text: `${name}: ${literal}` };
  // a spread string would print its letters
  return { range, text: place === 'object-spread' ? `redacted: ${literal}` : literal };
}

/** The quotes that most literals of the file have, so that formatters have nothing to say. */
function getQuote(text: string, language: LogSite['language']): "'" | '"' {
  let single = 0;
  let double = 0;
  for (const [, quote] of text.matchAll(/(?:^|[(,=:[{+\s])(['"])(?=\S)/gu)) {
    if (quote === "'") single++;
    else double++;
  }
  if (single === double) return language === 'python' ? '"' : "'";
  return single > double ? "'" : '"';
}
