// What a marker stands for: `«kind:argument»`. Values are put together here at run time, so no file looks like a leak.
import { base58Check, checksums, nkeySeed } from './checksums.mjs';
import { blocks } from './blocks.mjs';
import { passwords } from './passwords.mjs';
import { sample } from './pattern.mjs';
import { tokens } from './tokens.mjs';

const base64url = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const base64 = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64');
const shape = (pattern) => (random, length = 32) => sample(`${pattern}{${length}}`, random);

const values = {
  ...passwords,
  ...blocks,
  hex: shape('[0-9a-f]'),
  HEX: shape('[0-9A-F]'),
  alnum: shape('[A-Za-z0-9]'),
  lower: shape('[a-z0-9]'),
  upper: shape('[A-Z0-9]'),
  digits: shape('[0-9]'),
  base32: shape('[A-Z2-7]'),
  base64: shape('[A-Za-z0-9+/]'),
  base64url: shape('[A-Za-z0-9_-]'),
  /** Base64 of so many random bytes, with its padding. */
  bytes: (random, length = 32) => random.bytes(Number(length)).toString('base64'),
  uuid: (random) => sample('[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}', random),
  ulid: (random) => sample('01[A-HJ-NP-TV-Z0-9]{24}', random),
  pattern: (random, pattern) => sample(pattern, random),
  token: (random, kind) => makeToken(kind, random),
  jwt: (random) => jwt({ sub: random.text('0123456789abcdef', 24), name: random.pick(['anna', 'bob', 'svc-build']), iat: 1_700_000_000 + random.below(5e7) }, random),
  /** `USER:PASSWORD` in base64. */
  basic: (random, user = 'deploy') => base64(`${user}:${passwords.weak(random)}`),
  basicToken: (random, user = 'deploy') => base64(`${user}:${random.text('abcdefghijklmnopqrstuvwxyz0123456789', 24)}`),
  weak64: (random) => base64(passwords.weak(random)),
  strong64: (random) => base64(passwords.strong(random)),
  /** A start-up script with a password in it, in base64. */
  script64: (random) => base64(`#!/bin/bash\nyum install -y nginx\nexport DB_PASSWORD=${passwords.weak(random)}\nsystemctl start shop\n`),
  /** The same characters as `\\uXXXX` and as `%XX`. */
  unicode: (random) => [...passwords.weak(random)].map((letter) => `\\u${letter.codePointAt(0).toString(16).padStart(4, '0')}`).join(''),
  percent: (random) => encodeURIComponent(`${passwords.weak(random)}@/`).replaceAll('!', '%21'),
  sha512crypt: (random) => `$${'6'}$${sample('[A-Za-z0-9./]{16}\\$[A-Za-z0-9./]{86}', random)}`,
  md5crypt: (random) => `$${'1'}$${sample('[A-Za-z0-9./]{8}\\$[A-Za-z0-9./]{22}', random)}`,
  apr1: (random) => `$${'apr1'}$${sample('[A-Za-z0-9./]{8}\\$[A-Za-z0-9./]{22}', random)}`,
  bcrypt: (random) => `$${'2y'}$${sample('1[0-2]\\$[A-Za-z0-9./]{53}', random)}`,
  npmHost: () => `registry.${'npmjs'}.org`,
  pypiHost: () => `upload.${'pypi'}.org`,
  dockerHost: () => `index.${'docker'}.io`,
};

export function makeValue(text, random) {
  const [, kind, argument] = /^([A-Za-z0-9]*)(?::(.*))?$/u.exec(text) ?? [];
  if (kind === '') return '';
  if (values[kind] === undefined) throw new Error(`no such kind of value: ${text}`);
  return argument === undefined ? values[kind](random) : values[kind](random, argument);
}

function makeToken(kind, random) {
  const row = tokens.get(kind);
  if (row === undefined) throw new Error(`no such token: ${kind}`);
  if (row.pattern.startsWith('@')) return made[row.pattern.slice(1)](random);
  const token = sample(row.pattern, random);
  return row.checksum === '' ? token : checksums[row.checksum](token);
}

const jwt = (payload, random) => `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(payload)}.${random.text('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', 43)}`;

/** Tokens that hold something: an object, a number, a key. */
const made = {
  jwt: values.jwt,
  supabase: (random) => jwt({ iss: 'supabase', ref: random.text('abcdefghijklmnopqrstuvwxyz', 20), role: 'service_role', iat: 1_700_000_000 + random.below(1e7), exp: 2_015_000_000 }, random),
  grafanaLegacy: (random) => base64({ k: values.alnum(random, 32), n: 'ci', id: 1 + random.below(40) }),
  grafanaCloud: (random) => `glc_${base64({ o: String(100_000 + random.below(9e5)), n: 'stack-hm-write', k: values.alnum(random, 24), m: { r: 'prod-eu-west-2' } })}`,
  sentryOrg: (random) => `sntrys_${base64({ iat: 1_700_000_000.5 + random.below(1e7), url: 'https://sentry.io', region_url: 'https://de.sentry.io', org: random.pick(['acme', 'northwind']) })}_${values.base64(random, 43)}`,
  mapbox: (kind) => (random) => `${kind}.${base64url({ u: random.pick(['acme-maps', 'roadtrip']), a: `ck${values.lower(random, 23)}` })}.${values.base64url(random, 22)}`,
  mapboxSecret: (random) => made.mapbox('sk')(random),
  mapboxPublic: (random) => made.mapbox('pk')(random),
  clerkPublic: (random) => `pk_live_${base64(`clerk.${random.pick(['acme', 'shop'])}.example.com$`)}`,
  workos: (random) => `sk_live_${base64(`key_01${values.upper(random, 24)},${values.alnum(random, 25)}`).replace(/=+$/u, '')}`,
  ops: (random) => `ops_${base64({ signInAddress: 'example.1password.com', userAuth: { method: 'SRPg-4096', alg: 'PBES2g-HS256', iterations: 650_000, salt: values.base64url(random, 22) }, email: `${values.lower(random, 13)}@1passwordserviceaccounts.com`, srpX: values.hex(random, 64), secretKey: `A3-${values.upper(random, 6)}`, throttleSecret: values.hex(random, 48), deviceUuid: values.lower(random, 26) })}`,
  jfrogReference: (random) => Buffer.from(`reftkn:01:${1_700_000_000 + random.below(1e8)}:${values.alnum(random, 27)}`).toString('base64').replace(/=+$/u, ''),
  discord: (random) => `${base64(`${1 + random.below(9)}${values.digits(random, 17)}`)}.G${values.base64url(random, 5)}.${values.base64url(random, 38)}`,
  atlassianDataCenter: (random) => Buffer.concat([Buffer.from(`${values.digits(random, 12)}:`), random.bytes(20)]).toString('base64'),
  bitbucketDataCenter: (random) => `BBDC-${made.atlassianDataCenter(random).replaceAll('+', '-').replaceAll('/', '_')}`,
  ecr: (random) => base64({ payload: values.base64(random, 400), datakey: values.base64(random, 120), version: '2', type: 'DATA_KEY', expiration: 1_760_000_000 + random.below(1e6) }),
  nkey: (random) => nkeySeed(random.bytes(32)),
  xprv: (random) => base58Check(Buffer.concat([Buffer.from('0488ade4', 'hex'), random.bytes(41), Buffer.from([0]), random.bytes(32)])),
  amqp: (random) => `amqp://shop:${passwords.safe(random, 14)}@mq.internal.example.com:5672/orders`,
  confluentPair: values.base64,
};
