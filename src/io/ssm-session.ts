import { env } from 'node:process';
import type { DescribeSecretCommandOutput, SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager';
import type {
  DescribeParametersCommandInput,
  DescribeParametersCommandOutput,
  GetParametersCommandOutput,
  SSMClient,
} from '@aws-sdk/client-ssm';
import type { Unknown } from '../core/store.ts';
import { getEndpointNote, getRegion, prepareEnvironment, refuseConfiguration } from './aws-environment.ts';
import { createGate, withDeadline } from './deadline.ts';
import { explainFailure, isKnownFailure } from './ssm-failure.ts';

export interface SessionOptions {
  /** Milliseconds for all calls of the store together: loading the SDK, credentials and every request. */
  readonly deadlineMs: number;
  /** Tries of one request, the first included. */
  readonly maxAttempts?: number;
  /** The scanned folder: AWS configuration inside it is not trusted, because it can name a command to run. */
  readonly root?: string;
  readonly profile?: string;
  readonly region?: string;
}

/** The questions that paramguard asks; none decrypts. */
export interface Connection {
  readonly region: string;
  describe(input: DescribeParametersCommandInput): Promise<DescribeParametersCommandOutput>;
  get(names: readonly string[]): Promise<GetParametersCommandOutput>;
  describeSecret(id: string): Promise<DescribeSecretCommandOutput>;
}

export interface Session {
  readonly label: string;
  /** Known once signed in, or from the environment. */
  readonly region: string | undefined;
  explain(error: unknown): Unknown;
  /** What `work` returns, or why it could not be done. Never rejects. */
  run<T>(work: (connection: Connection) => Promise<T>): Promise<T | Unknown>;
}

/** Signs in at the first question, once, inside that question's deadline. */
export function createSession(options: SessionOptions): Session {
  const profile = options.profile ?? env['AWS_PROFILE'];
  const signInOnce = createSignIn(options);
  const gate = createGate(maxInFlight);
  let region = getRegion(options.region);
  let spent = 0;
  let seen: string | undefined;
  const getLabel = (): string => ['AWS', ...(region === undefined ? [] : [region]), ...getEndpointNote(seen)].join(' ');
  const explain = (error: unknown): Unknown => explainFailure(error, { profile, deadlineMs: options.deadlineMs, label: getLabel() });
  return {
    get label() {
      return getLabel();
    },
    get region() {
      return region;
    },
    explain,
    async run(work) {
      const refusal = refuseConfiguration(options.root);
      if (refusal !== undefined) return refusal;
      const started = performance.now();
      try {
        return await withDeadline(Math.max(1, options.deadlineMs - spent), async (signal) => {
          const signedIn = await signInOnce();
          region = signedIn.region;
          watchEndpoint(signedIn.client, (origin) => (seen = origin));
          return await work(connect(signedIn, signal, gate));
        });
      } catch (error) {
        return explain(error);
      } finally {
        spent += performance.now() - started;
      }
    },
  };
}

/** A profile may name an endpoint too, which nothing but a request shows. */
function watchEndpoint({ middlewareStack }: SSMClient, note: (origin: string) => void): void {
  middlewareStack.add(
    (next, context) => (args) => {
      const { endpointV2 } = context as { readonly endpointV2?: { readonly url: URL } };
      if (endpointV2 !== undefined) note(endpointV2.url.origin);
      return next(args);
    },
    { step: 'build', name: 'watchEndpoint', override: true },
  );
}

/** Shared by all questions; after a failure the next one tries again, for the user may have signed in. */
function createSignIn(options: SessionOptions): () => Promise<SignedIn> {
  let pending: Promise<SignedIn> | undefined;
  return () =>
    (pending ??= signIn(options).catch((error: unknown) => {
      pending = undefined;
      throw error;
    }));
}

/** The account's production shares the quota of requests. */
const maxInFlight = 4;

export interface SignedIn {
  readonly sdk: typeof import('@aws-sdk/client-ssm');
  readonly client: SSMClient;
  readonly region: string;
  /** For clients of other services. */
  readonly settings: SecretsManagerClientConfig;
}

/** For `ssm-values.ts`, `ssm-match.ts` and `ssm-put.ts`, which decrypt or write; everything else goes through a session. */
export async function signIn({ deadlineMs, maxAttempts = 3, ...options }: SessionOptions): Promise<SignedIn> {
  prepareEnvironment();
  const sdk = await import('@aws-sdk/client-ssm');
  const region = getRegion(options.region);
  const settings = {
    ...(region === undefined ? {} : { region }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...getRequestSettings(deadlineMs, maxAttempts),
  };
  const client = new sdk.SSMClient(settings);
  const resolved = await client.config.region();
  await client.config.credentials().catch(blameCredentials);
  return { sdk, client, region: resolved, settings: { ...settings, region: resolved, credentials: client.config.credentials } };
}

function getRequestSettings(deadlineMs: number, maxAttempts: number) {
  const timeout = Math.ceil(deadlineMs / maxAttempts);
  return {
    maxAttempts,
    retryMode: 'standard',
    logger: silence,
    // without throwOnRequestTimeout the SDK only warns and waits on
    requestHandler: { connectionTimeout: timeout, requestTimeout: timeout, throwOnRequestTimeout: true },
  };
}

export function connect({ sdk, client, region, settings }: SignedIn, abortSignal: AbortSignal, gate = createGate(maxInFlight)): Connection {
  let secrets: Promise<SecretsReader> | undefined;
  return {
    region,
    describe: (input) => gate(() => client.send(new sdk.DescribeParametersCommand(input), { abortSignal })),
    get: (names) =>
      gate(() => client.send(new sdk.GetParametersCommand({ Names: [...names], WithDecryption: false }), { abortSignal })),
    describeSecret: (id) => gate(async () => (await (secrets ??= openSecrets(settings)))(id, abortSignal)),
  };
}

type SecretsReader = (id: string, abortSignal: AbortSignal) => Promise<DescribeSecretCommandOutput>;

/** The only command of Secrets Manager that is ever sent; its answer holds no value. */
async function openSecrets(settings: SecretsManagerClientConfig): Promise<SecretsReader> {
  const { DescribeSecretCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const client = new SecretsManagerClient(settings);
  return (SecretId, abortSignal) => client.send(new DescribeSecretCommand({ SecretId }), { abortSignal });
}

/** Without a logger the SDK writes its warnings to the console; with this one they, and the responses it logs, go nowhere. */
const silence = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** Assuming a role may be denied, which says nothing about Parameter Store. */
function blameCredentials(error: unknown): never {
  if (isKnownFailure(error)) throw error;
  throw Object.assign(new Error('no credentials'), { name: 'CredentialsProviderError' });
}
