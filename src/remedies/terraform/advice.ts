import type { TerraformSite } from '../../core/sites/terraform.ts';
import type { Present } from '../../core/store.ts';

/** Why nothing can be replaced there, and what to do. */
export function getObstacle(site: TerraformSite, { parameter: { name } }: Present): string | undefined {
  return getPlaceAdvice(site, name) ?? site.refusal ?? getResourceAdvice(site, name);
}

function getPlaceAdvice({ place, type, path }: TerraformSite, name: string): string | undefined {
  const last = path.at(-1) ?? '';
  if (place === 'tfvars') return `A file of values cannot refer to anything: delete the line, put TF_VAR_${path[0] ?? ''}=ssm://${name} into the environment and start with "paramguard exec -- terraform apply".`;
  if (place === 'other') return `Terraform takes no references here: pass ${last} from the environment or on the command line, with "paramguard exec -- terraform" and a variable that says ssm://${name}.`;
  if (place === 'provider' && type === 'aws') return 'Parameter Store is read with these very credentials: take them from a role, a profile or the environment, and delete them here.';
  return undefined;
}

function getResourceAdvice({ place, type, path, argument }: TerraformSite, name: string): string | undefined {
  if (place !== 'resource') return undefined;
  if (/^aws_lambda_(?:function|alias)$/u.test(type) && path[0] === 'environment') {
    return `Lambda shows its variables to all who may read its settings: pass the name ${name} and fetch the value when the function starts.`;
  }
  if (path[0] === 'container_definitions') return `Move the value to "secrets" of the container, with valueFrom = "${name}".`;
  if (path[0] === 'user_data' || path[0] === 'user_data_base64') return `Read ${name} on the machine when it starts: its user data can be read by all who may describe it.`;
  if (type === 'aws_ssm_parameter' && (argument?.ownName === '' || argument?.ownName === name)) {
    return `This resource makes the parameter, and its value comes from here: create ${name} outside of Terraform and take the resource out with a "removed" block, or pass the value in an ephemeral variable to value_wo.`;
  }
  return argument?.siblings.some((sibling) => /^manage_\w*password$/u.test(sibling)) === true ? 'The service makes the password by itself: delete the literal.' : undefined;
}
