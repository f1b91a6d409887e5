import type { Site } from '../core/site.ts';
import type { Cursor } from '../core/tree.ts';

/** Carriers whose edit fits the place of the value alone: a name or an ARN under another key is nothing that an alias elsewhere could take. */
const moving: ReadonlySet<string> = new Set(['apprunner', 'beanstalk', 'codebuild', 'copilot', 'ecs', 'kubernetes', 'lambda'] satisfies Site['carrier'][]);
/** Their lists, and the entries of these, go to another place too. */
const movingLists: ReadonlySet<string> = new Set(['apprunner', 'ecs'] satisfies Site['carrier'][]);

/** The site with a refusal where YAML aliases elsewhere may take over what the edit would change. */
export function refuseShared(site: Site, cursor: Cursor, text: string): Site {
  if (site.refusal !== undefined || !moving.has(site.carrier) || !isShared(cursor, text, movingLists.has(site.carrier) ? 3 : 1)) return site;
  return { ...site, refusal: 'Other places of the file take this over by an alias (&name): write it out there, or move it by hand.' };
}

function isShared(cursor: Cursor, text: string, levels: number): boolean {
  let at: Cursor | undefined = cursor;
  for (let level = 0; level < levels && at !== undefined; level++) {
    const before = text.slice(Math.max(0, at.node.range[0] - 300), at.node.range[0]);
    if (/&[^\s,[\]{}]{1,200}(?:\s+![^\s]{0,80})?\s+(?:#[^\n]{0,80}\s+)?$/u.test(before)) return true;
    at = at.parent;
  }
  return false;
}
