import { env } from 'node:process';
import type { ParameterTier, PutParameterCommandInput } from '@aws-sdk/client-ssm';
import type { Secret } from '../core/secret.ts';
import type { ParameterFacts, Present, Unknown } from '../core/store.ts';
import { getEndpointNote, getRegion, refuseConfiguration } from './aws-environment.ts';
import { withDeadline } from './deadline.ts';
import { describePages, getWithoutValues } from './ssm-answers.ts';
import { explainFailure } from './ssm-failure.ts';
import { connect, signIn, type SessionOptions, type SignedIn } from './ssm-session.ts';

export interface PutRequest {
  readonly name: string;
  readonly secret: Secret;
  /** The account's own key where it is left out. */
  readonly keyId?: string;
  readonly overwrite: boolean;
}

/** `exists`: AWS refused to overwrite. Present only once the new version was seen. */
export type PutAnswer = Present | { readonly state: 'exists' } | Unknown;

/** Why a value does not fit into Parameter Store, if it does not (PutParameter in the Systems Manager API reference). */
export const judgeValue = (secret: Secret): { readonly tier: ParameterTier } | { readonly refusal: string } =>
  secret.discloseTo((value) => {
    const size = Buffer.byteLength(value);
    if (size === 0) return { refusal: 'it is empty' };
    if (size > 8192) return { refusal: 'it is larger than 8 KB: put it into Secrets Manager' };
    if (/\{\{[^}]*\}\}/u.test(value)) return { refusal: 'Parameter Store takes no {{ }} in a value: put it into Secrets Manager' };
    return { tier: size > 4096 ? 'Advanced' : 'Standard' };
  });

/** Writes a SecureString and looks, without decrypting, whether it is there. Never rejects. */
export async function putParameter(request: PutRequest, options: SessionOptions): Promise<PutAnswer> {
  const refusal = refuseConfiguration(options.root);
  if (refusal !== undefined) return refusal;
  const progress: Progress = {};
  try {
    return await withDeadline(options.deadlineMs, async (signal) => {
      const signedIn = await signIn(options);
      progress.state = 'sent';
      progress.version = await put(signedIn, request, signal);
      progress.state = 'written';
      return await confirm(signedIn, request, progress.version, signal);
    });
  } catch (error) {
    return explainPut(error, request, options, progress);
  }
}

interface Progress {
  state?: 'sent' | 'written';
  version?: number;
}

async function put({ sdk, client }: SignedIn, request: PutRequest, abortSignal: AbortSignal): Promise<number> {
  const output = await client.send(new sdk.PutParameterCommand(toInput(request)), { abortSignal });
  return output.Version ?? 1;
}

function toInput({ name, secret, keyId, overwrite }: PutRequest): PutParameterCommandInput {
  const verdict = judgeValue(secret);
  if ('refusal' in verdict) throw new Error('a value that was to be refused');
  // without a tier an advanced parameter stays one
  const tier = overwrite && verdict.tier === 'Standard' ? {} : { Tier: verdict.tier };
  return { Name: name, Value: secret.discloseTo((value) => value), Type: 'SecureString', Overwrite: overwrite, ...tier, ...(keyId === undefined ? {} : { KeyId: keyId }) };
}

/** GetParameters first: a list may lag behind for a moment. */
async function confirm(signedIn: SignedIn, { name }: PutRequest, version: number, signal: AbortSignal): Promise<Present> {
  const arns: (string | undefined)[] = [];
  const connection = { ...connect(signedIn, signal), note: (arn: string | undefined) => void arns.push(arn) };
  const seen = await getWithoutValues(connection, [name]).then(
    ({ found }) => found.get(name),
    async () => (await describePages(connection, { Key: 'Name', Option: 'Equals', Values: [name] })).find((facts) => facts.name === name),
  );
  if (!isWritten(seen, version)) throw new Error('not seen');
  const account = /:(\d{12}):/u.exec(arns.join(' '))?.[1];
  return { state: 'present', parameter: seen, evidence: { checkedAt: Date.now(), ...(account === undefined ? {} : { account }), region: signedIn.region } };
}

const isWritten = (facts: ParameterFacts | undefined, version: number): facts is ParameterFacts => facts?.type === 'SecureString' && (facts.version ?? 0) >= version;

function explainPut(error: unknown, { name, keyId = 'alias/aws/ssm' }: PutRequest, { deadlineMs, profile = env['AWS_PROFILE'], region }: SessionOptions, { state }: Progress): PutAnswer {
  const { name: errorName } = error instanceof Error ? error : { name: '' };
  if (errorName === 'ParameterAlreadyExists') return { state: 'exists' };
  const known = getRegion(region);
  const unknown = explainFailure(error, { profile, deadlineMs, label: ['AWS', ...(known === undefined ? [] : [known]), ...getEndpointNote()].join(' ') });
  const detail = details.get(errorName)?.(keyId) ?? (unknown.reason === 'denied' ? details.get('AccessDeniedException')?.(keyId) : undefined) ?? unknown.detail;
  if (state === 'written') return { ...unknown, detail: `written, but not seen afterwards (${unknown.detail}): run the command again` };
  const isOpen = state === 'sent' && ['timeout', 'unreachable', 'failed'].includes(unknown.reason) && !details.has(errorName);
  return { ...unknown, detail: isOpen ? `${detail}; whether ${name} was written is not known: run the command again` : detail };
}

/** Errors of PutParameter in the Systems Manager API reference, and of KMS behind it. */
const details: ReadonlyMap<string, (keyId: string) => string> = new Map([
  ['AccessDeniedException', (keyId) => `not allowed: grant ssm:PutParameter on it, and kms:Encrypt and kms:GenerateDataKey on the key ${keyId}`],
  ...['InvalidKeyId', 'DisabledException', 'KMSInvalidStateException', 'KMSDisabledException', 'KMSNotFoundException'].map(
    (name) => [name, (keyId: string) => `KMS does not encrypt with the key ${keyId}: enable it, or name another under "kmsKeyId" in the config`] as const,
  ),
  ['ParameterLimitExceeded', () => 'the account has as many parameters as it may: delete some, or have the quota raised'],
  ['ParameterMaxVersionLimitExceeded', () => 'its oldest version has a label and cannot be dropped: move the label to a newer version'],
  ['HierarchyLevelLimitExceededException', () => 'its name has more than 15 parts: choose a shorter one'],
  ['HierarchyTypeMismatchException', () => 'it is there with another type: delete it and create it again'],
  ['TooManyUpdates', () => 'it is being written by somebody else: try again in a minute'],
]);
