import type { Edit } from '../core/edit.ts';
import { getLineStart, getNextLine } from '../core/lines.ts';
import type { Proposal, Remedy } from '../core/remedy.ts';
import type { DotnetSite } from '../core/sites/dotnet.ts';

/**
 * A setting goes, where a parameter is named like it: `AddSystemsManager("/prod/shop")` sets `Db:Password` from
 * `/prod/shop/Db/Password` (https://github.com/aws/aws-dotnet-extensions-configuration). No text in the file could refer to one.
 */
export const dotnet: Remedy<DotnetSite> = {
  carrier: 'dotnet',
  needs: 'parameter',
  secrets: { advice: 'call AddSystemsManager with its name, which sets one entry, and delete the value here' },
  propose({ text, site, parameter }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    const ending = `/${site.keys.join('/')}`;
    const setting = site.keys.join(':');
    if (!name.toLowerCase().endsWith(ending.toLowerCase()) || name.length === ending.length) {
      return { edits: undefined, reason: `No text of this file refers to a parameter. AddSystemsManager("/PATH") sets ${setting} from /PATH${ending}: keep the value under such a name, ${name} is none, and delete it here.` };
    }
    return {
      edits: remove(text, site),
      title: `leave ${setting} to ${name}`,
      note: `The program has to call AddSystemsManager("${name.slice(0, -ending.length)}") of Amazon.Extensions.Configuration.SystemsManager before you deploy this; its role needs ssm:GetParametersByPath on that path. The parameter holds the whole value of ${setting}.`,
    };
  },
};

function remove(text: string, site: DotnetSite): Edit[] {
  const { range, previousEnd, nextStart } = site;
  const start = getLineStart(text, range[0]);
  const end = getNextLine(text, range[1]);
  const isAlone = text.slice(start, range[0]).trim() === '' && /^[ \t]*(?:,[ \t]*)?(?:\/\/[^\n]*)?\r?\n?$/u.test(text.slice(range[1], end));
  if (!isAlone) return [{ range: nextStart !== undefined ? [range[0], nextStart] : [previousEnd ?? range[0], range[1]], text: '' }];
  const comma = nextStart === undefined && previousEnd !== undefined ? /^\s*,/u.exec(text.slice(previousEnd, start))?.[0].length : undefined;
  return [{ range: [start, end], text: '' }, ...(comma === undefined || previousEnd === undefined ? [] : [{ range: [previousEnd, previousEnd + comma] as const, text: '' }])];
}
