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
  const endpoint = getEndpoint();
  if (endpoint !== undefined && !/^https?:$/u.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : '')) {
    return { state: 'unknown', reason: 'unreachable', detail: 'AWS_ENDPOINT_URL is no http or https URL: correct or unset it' };
  }
  const variable = root === undefined ? undefined : configVariables.find((name) => isInside(root, env[name]));
  if (variable === undefined) return undefined;
  return {
    state: 'unknown',
    reason: 'no-credentials',
    detail: `${variable} points into the scanned folder, which is not trusted to configure AWS: unset it or move the file`,
  };
}

const configVariables = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'];

/** Whoever sets the endpoint sees the names and decides the answers, so it is always shown. */
export function getEndpointNote(): string[] {
  const endpoint = getEndpoint();
  if (endpoint === undefined) return [];
  // the origin leaves out a user and password
  return ['at', URL.canParse(endpoint) ? new URL(endpoint).origin : 'an endpoint that is no URL'];
}

function getEndpoint(): string | undefined {
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true') return undefined;
  return [env['AWS_ENDPOINT_URL_SSM'], env['AWS_ENDPOINT_URL']].find((url) => url !== undefined && url !== '');
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
