import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { afterEach, beforeEach } from 'vitest';

/** Gives every test of the file an environment without this machine's AWS settings, and a home folder of its own. */
export function isolateAws(): { readonly home: string } {
  const state = { home: '' };
  let before: Record<string, string | undefined> = {};
  beforeEach(async () => {
    before = { ...env };
    state.home = await mkdtemp(join(tmpdir(), 'paramguard-home-'));
    for (const name of Object.keys(env)) if (name.startsWith('AWS_')) delete env[name];
    Object.assign(env, { HOME: state.home, USERPROFILE: state.home });
  });
  afterEach(async () => {
    for (const name of Object.keys(env)) if (!(name in before)) delete env[name];
    Object.assign(env, before);
    await rm(state.home, { recursive: true, force: true });
  });
  return state;
}

/** Keys of nobody, put together here so that no scanner takes this file for a leak. */
export const fakeKeys = {
  AWS_ACCESS_KEY_ID: ['AK', 'IA', 'PARAMGUARDTEST00'].join(''),
  AWS_SECRET_ACCESS_KEY: 'paramguard'.repeat(4),
};

/** For the client of one endpoint. */
export function useEndpoint(endpoint: string, settings: Readonly<Record<string, string>> = {}): void {
  Object.assign(env, fakeKeys, { AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SSM: endpoint }, settings);
}
