import type { Edit } from '../core/edit.ts';
import type { Proposal, Remedy } from '../core/remedy.ts';
import type { ComposeSite } from '../core/sites/compose.ts';

/**
 * Compose does not know Parameter Store. The variable comes from the environment that `paramguard exec` fills in, and Compose
 * stops where it is missing or empty (https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md).
 */
export const compose: Remedy<ComposeSite> = {
  carrier: 'compose',
  needs: 'parameter',
  propose({ site, parameter }): Proposal {
    if (site.refusal !== undefined || parameter === undefined) return { edits: undefined, reason: site.refusal ?? 'No parameter is known for it.' };
    const { name } = parameter.parameter;
    return {
      edits: write(site, name),
      title: `take ${site.variable} from the environment, filled in from ${name}`,
      note: getNote(site, name),
    };
  },
};

/** The message has nothing in it that YAML or Compose would read. */
function write({ variable, range, quotesFrom }: ComposeSite, name: string): Edit[] {
  const reference = `\${${variable}:?set it from Parameter Store ${name}}`;
  if (quotesFrom === undefined) return [{ range, text: reference }];
  if (quotesFrom === range[0]) return [{ range, text: `"${reference}"` }];
  return [{ range: [quotesFrom, quotesFrom], text: '"' }, { range, text: `${reference}"` }];
}

/** Compose reads `.env` by itself, and would take the reference there for the value. */
function getNote({ variable, phase }: ComposeSite, name: string): string {
  const start = `Put ${variable}=ssm://${name} into the environment or into a file such as ssm.env (not .env, which Compose reads itself) and start with "paramguard exec --dotenv ssm.env -- docker compose ${phase === 'build' ? 'build' : 'up'}".`;
  return phase === 'build' ? `${start} Arguments of a build stay in the image's history; a secret of "build.secrets" does not.` : start;
}
