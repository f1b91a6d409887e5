import type { Proposal, Remedy } from '../core/remedy.ts';
import type { CopilotSite } from '../core/sites/copilot.ts';
import { moveEntry } from './move/map.ts';

/** A variable of a Copilot manifest goes to its secrets (https://aws.github.io/copilot-cli/docs/developing/secrets/). */
export const copilot: Remedy<CopilotSite> = {
  carrier: 'copilot',
  needs: 'parameter',
  secrets: { advice: 'name it under "secrets", as {secretsmanager: ID}' },
  propose({ text, site, parameter }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    return {
      edits: [moveEntry(text, site, { toKey: 'secrets', value: name })],
      title: `move ${site.name} to "secrets"`,
      note: `The task may read ${name} only where the parameter has the tags copilot-application and copilot-environment. Copilot itself is no longer supported by AWS.`,
    };
  },
};
