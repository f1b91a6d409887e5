import type { Proposal, Remedy, RemedyRequest } from '../core/remedy.ts';
import type { TerraformSite } from '../core/sites/terraform.ts';
import type { Present } from '../core/store.ts';
import { getObstacle } from './terraform/advice.ts';
import { dropDefault } from './terraform/default.ts';
import { declare } from './terraform/declaration.ts';
import { canBeEphemeral, getWriteOnly } from './terraform/versions.ts';
import { writeOnly } from './terraform/write-only.ts';

/**
 * A literal becomes a read of the parameter: an ephemeral one where it goes to a write-only argument or a provider and the module
 * asks for a Terraform that knows these, so that neither plan nor state holds the value; else a data source
 * (https://developer.hashicorp.com/terraform/language/manage-sensitive-data).
 */
export const terraform: Remedy<TerraformSite> = {
  carrier: 'terraform',
  needs: 'parameter',
  propose(request): Proposal {
    const { site, text, parameter } = request;
    const reason = parameter === undefined ? 'No parameter is known for it.' : getObstacle(site, parameter);
    if (parameter === undefined || reason !== undefined) return { edits: undefined, reason: reason ?? '' };
    return site.place === 'default' ? dropDefault(site, text, parameter) : read(request, parameter);
  },
};

function read({ site, text }: RemedyRequest<TerraformSite>, parameter: Present): Proposal {
  const { name } = parameter.parameter;
  const argument = getWriteOnly(site, parameter);
  if (argument !== undefined) {
    const { reference, edits } = declare('ephemeral', site, text, parameter);
    return {
      edits: [...writeOnly(site, text, argument, reference), ...edits],
      title: `read ${name} without a trace in the state`,
      note: `Terraform sends the value again when ${argument}_version goes up: raise it when the parameter changes. Write-only arguments need version 5.88 of the AWS provider or a later one.`,
    };
  }
  const kind = site.place === 'provider' && canBeEphemeral(site, parameter) ? 'ephemeral' : 'data';
  const { reference, edits } = declare(kind, site, text, parameter);
  return { edits: [{ range: site.range, text: reference }, ...edits], title: `read ${name} with Terraform`, note: kind === 'data' ? inState : 'The provider reads it anew in each run; the state does not hold it.' };
}

const inState = 'The plan fails where the parameter is missing. The state still holds the value in plain text: keep it encrypted and closed.';
