import type { Unknown, UnknownReason } from '../core/store.ts';

/** What the text of a failure may name. */
export interface FailureContext {
  readonly profile: string | undefined;
  readonly deadlineMs: number;
  readonly label: string;
}

/**
 * Says why AWS gave no answer. Only the error's name, status and code are looked at and none of its text is passed on:
 * a message can hold the command line of a `credential_process`, and a body that could not be parsed can hold a value.
 */
export function explainFailure(error: unknown, context: FailureContext): Unknown {
  const clues = getClues(error);
  const reason = getReason(clues);
  return { state: 'unknown', reason, detail: describeReason[reason](clues, context) };
}

/** Whether an error of a credential provider is about more than that there are no credentials. */
export const isKnownFailure = (error: unknown): boolean =>
  ['expired-credentials', 'throttled', 'timeout', 'unreachable'].includes(getReason(getClues(error)));

interface Clues {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
}

/** The name first; the status where a proxy answered in AWS's place; the code where nobody answered. */
function getReason({ name, message, status, code }: Clues): Reason {
  // the SDK has no error class for these
  if (/^region (?:is missing|not accepted)/iu.test(message)) return 'no-region';
  if (/CredentialsProviderError|TokenProviderError/u.test(name) && /\bexpired\b/iu.test(message)) return 'expired-credentials';
  // which is how the SDK also names a connection that was cut
  if (name === 'TimeoutError' && code !== undefined) return getReasonByCode(code);
  return reasonsByName.get(name) ?? getReasonByStatus(status) ?? getReasonByCode(code);
}

type Reason = Exclude<UnknownReason, 'no-store' | 'other-region' | 'other-account'>;

/** Common errors in the Systems Manager API reference and in that of the Security Token Service. */
const reasonsByName: ReadonlyMap<string, Reason> = new Map([
  ['CredentialsProviderError', 'no-credentials'],
  ['TokenProviderError', 'no-credentials'],
  ['MissingAuthenticationToken', 'no-credentials'],
  ['MissingAuthenticationTokenException', 'no-credentials'],
  ['ExpiredToken', 'expired-credentials'],
  ['ExpiredTokenException', 'expired-credentials'],
  ['RequestExpired', 'expired-credentials'],
  ['UnrecognizedClientException', 'expired-credentials'],
  ['InvalidClientTokenId', 'expired-credentials'],
  ['InvalidSignatureException', 'expired-credentials'],
  ['SignatureDoesNotMatch', 'expired-credentials'],
  ['AccessDenied', 'denied'],
  ['AccessDeniedException', 'denied'],
  ['NotAuthorized', 'denied'],
  ['OptInRequired', 'denied'],
  ['Throttling', 'throttled'],
  ['ThrottlingException', 'throttled'],
  ['ThrottledException', 'throttled'],
  ['RequestLimitExceeded', 'throttled'],
  ['TooManyRequestsException', 'throttled'],
  ['TimeoutError', 'timeout'],
  ['AbortError', 'timeout'],
  ['ValidationException', 'invalid-name'],
  ['InvalidFilterValue', 'invalid-name'],
]);

function getReasonByStatus(status: number | undefined): Reason | undefined {
  if (status === 401 || status === 403) return 'denied';
  if (status === 429) return 'throttled';
  return status === undefined ? undefined : 'failed';
}

function getReasonByCode(code: string | undefined): Reason {
  if (code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT') return 'timeout';
  return code !== undefined && (networkCodes.has(code) || certificateCodes.test(code)) ? 'unreachable' : 'failed';
}

const networkCodes: ReadonlySet<string> = new Set(
  'EAI_AGAIN ECONNREFUSED ECONNRESET EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ENOTFOUND EPIPE EPROTO'.split(' '),
);
const certificateCodes = /CERT|UNABLE_TO_(?:GET|VERIFY)|ERR_(?:SSL|TLS)/u;

const describeReason: Readonly<Record<Reason, (clues: Clues, context: FailureContext) => string>> = {
  'no-region': () => 'no AWS region: set AWS_REGION, or `region` in the AWS profile',
  'no-credentials': (_, context) => `no AWS credentials: run ${getSignIn(context)}, or set AWS_PROFILE`,
  'expired-credentials': (_, context) => `AWS does not accept these credentials: run ${getSignIn(context)}, or renew the keys`,
  denied: () => 'not allowed: grant ssm:DescribeParameters on *, or ssm:GetParameters on this parameter',
  throttled: () => 'Parameter Store is busy: try again in a minute',
  timeout: (_, { label, deadlineMs }) =>
    `no answer from ${label} within ${String(deadlineMs)} ms: check network, VPN and credential_process, or allow more time`,
  unreachable: ({ code }, { label }) =>
    certificateCodes.test(code ?? '')
      ? `the certificate of ${label} is not trusted (${code ?? ''}): set NODE_EXTRA_CA_CERTS to the root certificate of your network`
      : `cannot reach ${label}${code === undefined ? '' : ` (${code})`}: check network, proxy and VPN`,
  'invalid-name': () => 'AWS does not accept this as the name of a parameter: check its spelling, region and account',
  failed: ({ status }, { label }) =>
    `no usable answer from ${label}${status === undefined ? '' : ` (HTTP ${String(status)})`}: check the endpoint and proxies, then try again`,
};

/** A profile's name that a shell would not take as one word is left out. */
const getSignIn = ({ profile }: FailureContext): string =>
  profile !== undefined && /^[\w.@+-]+$/u.test(profile) ? `\`aws sso login --profile ${profile}\`` : '`aws sso login`';

function getClues(error: unknown): Clues {
  const { name, message, $metadata, code }: Loose = error instanceof Error ? error : {};
  const status = isRecord($metadata) ? $metadata['httpStatusCode'] : undefined;
  return {
    name: typeof name === 'string' ? name : '',
    message: typeof message === 'string' ? message : '',
    status: typeof status === 'number' ? status : undefined,
    code: typeof code === 'string' && /^[A-Z\d_]{1,60}$/u.test(code) ? code : undefined,
  };
}

interface Loose {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly $metadata?: unknown;
  readonly code?: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
