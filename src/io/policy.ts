import type { Config } from '../core/config.ts';
import { toAllowance, type CreateMatcher } from '../core/suppressions/allowance.ts';
import type { Policy } from '../core/suppressions/policy.ts';
import { createMatcher, type Picomatch } from './globs.ts';

type Settings = Pick<Config, 'allow' | 'foreign' | 'markers'>;

/** What a project lets pass today. */
export async function createPolicy(settings: Settings): Promise<Policy> {
  return hasPaths(settings) ? toPolicy(settings, createMatcher((await import('picomatch')).default)) : toPolicy(settings);
}

/** For ESLint rules, which cannot wait. */
export const createPolicyNow = (settings: Settings, requirePicomatch: () => Picomatch): Policy => (hasPaths(settings) ? toPolicy(settings, createMatcher(requirePicomatch())) : toPolicy(settings));

const hasPaths = ({ allow }: Settings): boolean => allow.some(({ path }) => path !== undefined);

const toPolicy = ({ allow, foreign, markers }: Settings, matcher: CreateMatcher = () => () => false): Policy => ({
  allow: [...allow.map((entry, index) => toAllowance(entry, index, matcher)), ...(foreign?.allowances ?? [])],
  hasMarkers: markers === 'on',
  today: new Date().toISOString().slice(0, 10),
});
