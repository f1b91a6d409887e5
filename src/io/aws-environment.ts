import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { env } from 'node:process';
import type { Unknown } from '../core/store.ts';

/** The SDK has no options for these; the variables are documented in the AWS SDKs and Tools reference and the SDK's README. */
export function prepareEnvironment(): void {
  // an empty one would hide the profile's region
  if (env['AWS_REGION'] === '') delete env['AWS_REGION'];
  env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  // on a laptop the metadata address of EC2 may swallow packets for seconds
  const isContainer = Object.keys(env).some((name) => name.startsWith('AWS_CONTAINER_CREDENTIALS_'));
  if (!isContainer) env['AWS_EC2_METADATA_DISABLED'] ??= 'true';
}

/** The SDK itself does not read AWS_DEFAULT_REGION, the AWS CLI does. An empty variable counts as none. */
export const getRegion = (region: string | undefined): string | undefined =>
  [region, env['AWS_REGION'], env['AWS_DEFAULT_REGION']].find((name) => name !== undefined && name !== '');

/** Why the AWS settings of this process are not used, if they are not. */
export function refuseConfiguration(root: string | undefined): Unknown | undefined {
  const bad = getEndpoints().find(({ url }) => !/^https?:$/u.test(URL.canParse(url) ? new URL(url).protocol : ''));
  if (bad !== undefined) return { state: 'unknown', reason: 'unreachable', detail: `${bad.variable} is no http or https URL: correct or unset it` };
  const variable = root === undefined ? undefined : configVariables.find((name) => isInside(root, env[name]));
  if (variable === undefined) return undefined;
  return {
    state: 'unknown',
    reason: 'no-credentials',
    detail: `${variable} points into the scanned folder, which is not trusted to configure AWS: unset it or move the file`,
  };
}

const configVariables = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'];

/** Whoever sets an endpoint sees the names and decides the answers, so it is always shown; `seen` is where a request went. */
export function getEndpointNote(seen?: string): string[] {
  const set = getEndpoints().flatMap(({ url, service }) => (service === undefined ? ['at', toOrigin(url)] : [`(${service} at ${toOrigin(url)})`]));
  return set.includes('at') || seen === undefined || isOfAws.test(seen) ? set : ['at', seen, ...set];
}

/** The domains of the partitions in the AWS SDK's endpoint rules. */
const isOfAws = /^https:\/\/[\w.-]+\.(?:amazonaws\.(?:com|com\.cn|eu)|api\.aws|api\.amazonwebservices\.(?:com\.cn|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/u;

/** Without a user and password. */
const toOrigin = (url: string): string => (URL.canParse(url) ? new URL(url).origin : 'an endpoint that is no URL');

interface Endpoint {
  readonly variable: string;
  readonly url: string;
  /** Named where it is not Parameter Store. */
  readonly service?: string;
}

function getEndpoints(): Endpoint[] {
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true') return [];
  const read = (variable: string): { variable: string; url: string }[] => {
    const url = env[variable] ?? '';
    return url === '' ? [] : [{ variable, url }];
  };
  const forAll = read('AWS_ENDPOINT_URL');
  const forSecrets = read('AWS_ENDPOINT_URL_SECRETS_MANAGER').map((endpoint) => ({ ...endpoint, service: 'Secrets Manager' }));
  return [...[...read('AWS_ENDPOINT_URL_SSM'), ...forAll].slice(0, 1), ...forSecrets];
}

function isInside(root: string, path: string | undefined): boolean {
  if (path === undefined || path === '') return false;
  return isBelow(resolve(root), resolve(path)) || isBelow(getRealPath(root), getRealPath(path));
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function getRealPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
