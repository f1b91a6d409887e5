import { describeGrant, getParameterArn } from '../core/grant.ts';
import type { Proposal, Remedy, RemedyRequest } from '../core/remedy.ts';
import type { EcsSite } from '../core/sites/ecs.ts';
import type { Present } from '../core/store.ts';
import type { Move } from './ecs/entry.ts';
import { toMoveEdits } from './ecs/moves.ts';

/**
 * An entry of a container's `environment` goes to `secrets`, where ECS fetches the value at start
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html).
 */
export const ecs: Remedy<EcsSite> = {
  carrier: 'ecs',
  needs: 'parameter',
  secrets: { advice: 'put its ARN, with the six characters at the end, under "secrets"; the execution role needs secretsmanager:GetSecretValue' },
  propose: (request) => proposeMoves([request]),
};

/** Several entries of one container in one proposal; see `toMoveEdits` for when single ones merge. */
export function proposeMoves(requests: readonly RemedyRequest<EcsSite>[]): Proposal {
  const moves: (Move & { readonly site: EcsSite })[] = [];
  const grants: string[] = [];
  for (const request of requests) {
    const reason = getObstacle(request) ?? getPlaceObstacle(request);
    if (reason !== undefined || request.parameter === undefined) return { edits: undefined, reason: reason ?? 'No parameter is known for it.' };
    const { site } = request;
    moves.push({ site, keys: site.isCloudFormation ? cloudFormationKeys : keys, valueFrom: getReference(request.parameter, site.region) });
    grants.push(describeGrant('ssm:GetParameters', request.parameter));
  }
  const edits = toMoveEdits(requests[0]?.text ?? '', moves);
  if (edits === undefined) return { edits, reason: 'The lists of the container are laid out in two ways: move the variable to "secrets" by hand.' };
  const names = moves.map(({ site }) => site.name).join(', ');
  return { edits, title: `move ${names} to "secrets"`, note: `The execution role needs ${grants.join(', ')}; the value is read when a task starts.` };
}

const keys: Move['keys'] = { list: 'secrets', value: 'valueFrom' };
const cloudFormationKeys: Move['keys'] = { list: 'Secrets', value: 'ValueFrom' };

function getObstacle({ site, parameter }: RemedyRequest<EcsSite>): string | undefined {
  if (site.refusal !== undefined) return site.refusal;
  if (parameter === undefined) return 'No parameter is known for it.';
  const { name, type } = parameter.parameter;
  if (type !== 'SecureString') return `${name} is a ${type}: store the secret as a SecureString first.`;
  return undefined;
}

function getPlaceObstacle({ site, parameter }: RemedyRequest<EcsSite>): string | undefined {
  const isTaken = site.secrets?.entries.some(({ name }) => name === site.name) ?? false;
  if (isTaken) return `"secrets" has ${site.name} already: delete the entry of "environment".`;
  if (!site.hasExecutionRole) return getMissingRole(site, parameter);
  const isElsewhere = site.region !== undefined && site.region !== parameter?.evidence.region;
  return isElsewhere && parameter?.evidence.account === undefined ? `The parameter is in ${parameter?.evidence.region ?? 'another region'}, and its ARN needs the account, which the store did not tell.` : undefined;
}

const getMissingRole = ({ isCloudFormation }: EcsSite, parameter: Present | undefined): string =>
  `ECS does not register a task that has secrets and no execution role: add "${isCloudFormation ? 'ExecutionRoleArn' : 'executionRoleArn'}" to the task definition first${parameter === undefined ? '' : `, with ${describeGrant('ssm:GetParameters', parameter)}`}.`;

/** The name is enough within a region; where the task's region is not known, the ARN is right in each. */
const getReference = (present: Present, taskRegion: string | undefined): string =>
  (taskRegion === present.evidence.region ? undefined : getParameterArn(present)) ?? present.parameter.name;
