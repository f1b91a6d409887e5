import { getCrc32, toBase62 } from '../../src/core/checksum.ts';

/**
 * Fake secrets, put together at run time: nothing in the repository looks like a leak. The same name always gives the
 * same value.
 */
export const fake = {
  accessKeyId: (seed = 'id') => `AK${'IA'}${pick(seed, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
  secretAccessKey: (seed = 'secret') => pick(seed, `${alphanumeric}+/`, 40),
  githubToken: (seed = 'github') => `gh${'p_'}${withChecksum(pick(seed, alphanumeric, 30))}`,
  githubFineGrainedToken: (seed = 'fine') => `github${'_pat_'}${pick(seed, alphanumeric, 22)}_${pick(`${seed}2`, alphanumeric, 59)}`,
  stripeKey: (seed = 'stripe') => `sk${'_live_'}${pick(seed, alphanumeric, 24)}`,
  slackToken: (seed = 'slack') => `xo${'xb-'}${pick(seed, digits, 12)}-${pick(`${seed}2`, digits, 12)}-${pick(`${seed}3`, alphanumeric, 24)}`,
  slackWebhook: (seed = 'hook') => `https://hooks.${'slack'}.com/services/T${pick(seed, upper, 8)}/B${pick(`${seed}2`, upper, 8)}/${pick(`${seed}3`, alphanumeric, 24)}`,
  jwt: (seed = 'jwt') => `ey${'J'}${pick(seed, alphanumeric, 30)}.ey${'J'}${pick(`${seed}2`, alphanumeric, 60)}.${pick(`${seed}3`, alphanumeric, 43)}`,
  pem: (seed = 'pem') => [`-----BEGIN ${'PRIVATE'} KEY-----`, ...[1, 2, 3, 4].map((line) => pick(`${seed}${String(line)}`, `${alphanumeric}+/`, 64)), `-----END ${'PRIVATE'} KEY-----`].join('\n'),
  /** As a password manager makes them. */
  password: (seed = 'password') => `${pick(seed, alphanumeric, 9)}!${pick(`${seed}2`, alphanumeric, 4)}#${pick(`${seed}3`, digits, 2)}`,
  /** As people choose them. */
  weakPassword: (year = 2025) => `Win${'ter'}${String(year)}!`,
  alphanumeric: (length: number, seed = 'plain') => pick(seed, alphanumeric, length),
  base36: (length: number, seed = 'base36') => pick(seed, 'abcdefghijklmnopqrstuvwxyz0123456789', length),
  digits: (length: number, seed = 'digits') => pick(seed, digits, length),
  hex: (length: number, seed = 'hex') => pick(seed, '0123456789abcdef', length),
  base64: (length: number, seed = 'base64') => pick(seed, `${alphanumeric}+/`, length),
  base64url: (length: number, seed = 'base64url') => pick(seed, `${alphanumeric}-_`, length),
  base32: (length: number, seed = 'base32') => pick(seed, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', length),
  uuid: (seed = 'uuid') => [8, 4, 4, 4, 12].map((length, index) => pick(`${seed}${String(index)}`, '0123456789abcdef', length)).join('-'),
  temporaryKeyId: (seed = 'temporary') => `AS${'IA'}${pick(seed, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
  stripeWebhookSecret: (seed = 'whsec') => `wh${'sec_'}${pick(seed, alphanumeric, 32)}`,
  slackUserToken: (seed = 'user') => `xo${'xp-'}${[1, 2, 3].map((part) => pick(`${seed}${String(part)}`, digits, 12)).join('-')}-${pick(seed, '0123456789abcdef', 32)}`,
  slackAppToken: (seed = 'app') => `xa${'pp-1-A'}${pick(seed, upper, 10)}-${pick(`${seed}2`, digits, 13)}-${pick(`${seed}3`, '0123456789abcdef', 64)}`,
};

const digits = '0123456789';
const upper = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${digits}`;
const alphanumeric = `${upper}abcdefghijklmnopqrstuvwxyz`;

const withChecksum = (body: string): string => `${body}${toBase62(getCrc32(body), 6)}`;

function pick(seed: string, alphabet: string, length: number): string {
  let state = 2_166_136_261;
  for (const character of `paramguard ${seed}`) state = Math.imul(state ^ character.charCodeAt(0), 16_777_619);
  let result = '';
  while (result.length < length) {
    // xorshift32 (Marsaglia 2003)
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    result += alphabet.charAt((state >>> 0) % alphabet.length);
  }
  return result;
}
