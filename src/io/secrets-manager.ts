import type { DescribeSecretCommandOutput } from '@aws-sdk/client-secrets-manager';
import type { Unknown } from '../core/store.ts';
import { getDistance, getOtherAccount, readName, type AskedName } from './parameter-name.ts';
import { expect } from './ssm-answers.ts';
import type { Inquiry, Outcome } from './ssm-lookup.ts';

/** Secrets Manager is asked by DescribeSecret, one secret at a time: its batch call gives the values too. */
export async function lookUpSecrets(inquiry: Inquiry, names: readonly string[]): Promise<void> {
  await Promise.all(names.map(async (name) => inquiry.outcomes.set(name, await lookUpSecret(inquiry, name))));
}

async function lookUpSecret(inquiry: Inquiry, asked: string): Promise<Outcome> {
  const name = readName(asked);
  const distance = getDistance({ form: 'secret', name: '', selector: '', ...(name.region === undefined ? {} : { region: name.region }) }, inquiry);
  if (distance !== undefined) return distance;
  try {
    const secret = await inquiry.describeSecret(getId(asked, name));
    // a resource policy may show a secret of another account
    if (name.account === undefined) inquiry.note(secret.ARN);
    return toOutcome(secret, name);
  } catch (error) {
    return explain(inquiry, error, name);
  }
}

/** The ARN without the JSON key, stage and version behind it. */
const getId = (asked: string, { name, selector, region }: AskedName): string => (region === undefined ? name : asked.slice(0, asked.length - selector.length));

function toOutcome({ Name, ARN, DeletedDate, KmsKeyId, VersionIdsToStages = {} }: DescribeSecretCommandOutput, asked: AskedName): Outcome {
  // an ARN may leave out its suffix of six characters, which Secrets Manager makes up
  if (![Name, ARN?.split(':').at(-1), `${expect(Name)}-${asked.name.slice(-6)}`].includes(asked.name)) throw new Error('not an answer of Secrets Manager');
  const account = asked.account === undefined ? {} : { account: asked.account };
  const parameter = { name: expect(Name), type: 'Secret', ...(KmsKeyId === undefined ? {} : { keyId: KmsKeyId }) } as const;
  if (DeletedDate !== undefined) return { state: 'absent', what: 'deleted', ...account };
  const { stage, versionId } = getSelectors(asked);
  if (stage !== undefined && !Object.values(VersionIdsToStages).flat().includes(stage)) return { state: 'absent', what: 'label', parameter, ...account };
  return versionId === undefined || versionId in VersionIdsToStages ? { state: 'present', parameter, ...account } : unlistedVersion;
}

/** An ARN's selector is `:json-key:stage:version-id`, that of a Parameter Store reference one of the latter two. */
function getSelectors({ selector, region }: AskedName): { stage: string | undefined; versionId: string | undefined } {
  const [, first = '', second = '', third = ''] = selector.split(':');
  const [stage, versionId] = region !== undefined ? [second, third] : isVersionId.test(first) ? ['', first] : [first, ''];
  return { stage: stage || undefined, versionId: versionId || undefined };
}

/** ClientRequestToken in the Secrets Manager API reference. */
const isVersionId = /^[\w-]{32,64}$/u;

/** A version without a stage is not listed, and may still be read until it is removed. */
const unlistedVersion: Unknown = { state: 'unknown', reason: 'failed', detail: 'the secret is there, and its version is not listed because it has no stage: refer to a stage' };

function explain({ explain: explainError, getAccount }: Inquiry, error: unknown, { account }: AskedName): Outcome {
  const isForeign = account !== undefined && account !== getAccount();
  if (error instanceof Error && error.name === 'ResourceNotFoundException') return isForeign ? getOtherAccount(account, getAccount()) : { state: 'absent', what: 'parameter' };
  const unknown = explainError(error);
  if (unknown.reason === 'denied' && isForeign) return getOtherAccount(account, getAccount());
  return { ...unknown, ...details[unknown.reason] };
}

const details: Readonly<Partial<Record<Unknown['reason'], Pick<Unknown, 'detail'>>>> = {
  denied: { detail: 'not allowed: grant secretsmanager:DescribeSecret on this secret' },
  'invalid-name': { detail: 'Secrets Manager does not accept this as the name of a secret: check its spelling' },
  throttled: { detail: 'Secrets Manager is busy: try again in a minute' },
};
