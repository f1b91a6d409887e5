import { getCrc32, toBase62 } from '../../src/core/checksum.ts';
import { fake } from './fake.ts';

/** Samples of the formats for which the pattern alone says too little, such as what is encoded in them: text by number. */
export const samples: Readonly<Record<string, (seed: string) => string>> = {
  'ansible-vault-blob': (seed) => `$ANSIBLE${'_VAULT'};1.1;AES256\n${fake.hex(80, seed)}\n${fake.hex(80, `${seed}2`)}\n`,
  'aws-named-secret-key': (seed) => `AWS_KEY=${fake.secretAccessKey(seed)}`,
  'atlassian-data-center-pat': (seed) => `JIRA_TOKEN=${Buffer.from(`${fake.digits(12, seed)}:${fake.alphanumeric(20, seed)}`).toString('base64')}`,
  'authorization-header': (seed) => `Authorization: Bearer ${fake.alphanumeric(40, seed)}`,
  'azure-sas-token': (seed) => `https://acme.blob.core.windows.net/c/f?sv=2022-11-02&sr=b&sig=${fake.alphanumeric(43, seed)}%3D`,
  'aws-secret-after-id': (seed) => `${fake.accessKeyId(seed)},${fake.secretAccessKey(seed)}`,
  'base64-encoded-pem-private-key': (seed) => btoa(fake.pem(seed)),
  'common-password': (seed) => `'P@ss${'word'}${fake.digits(3, seed)}'`,
  'connection-string-password': (seed) => `Server=db;Database=x;User Id=sa;Password=${fake.alphanumeric(16, seed)};`,
  'curl-user-option': (seed) => `curl -s -u app:${fake.alphanumeric(16, seed)} https://api.acme.io`,
  'discord-bot-token': (seed) => `discord: ${Buffer.from(fake.digits(18, seed)).toString('base64')}.${fake.base64url(6, seed)}.${fake.base64url(38, seed)}`,
  'django-secret-key': (seed) => `SECRET_KEY = '${fake.base36(24, seed)}$&*${fake.base36(23, seed)}'`,
  'google-oauth-client-secret-legacy': (seed) => `"client_id": "x.apps.googleusercontent.com", "client_secret": "${fake.base64url(24, seed)}"`,
  'jwk-private-key': (seed) => `{"kty":"OKP","crv":"Ed25519","x":"${fake.base64url(43, `${seed}2`)}","d":"${fake.base64url(43, seed)}"}`,
  'jwk-symmetric-key': (seed) => `{"kty":"oct","k":"${fake.base64url(43, seed)}"}`,
  'mapbox-public-token': (seed) => `pk${'.ey'}J${fake.base64url(60, seed)}.${fake.base64url(22, `${seed}2`)}`,
  'mapbox-secret-token': (seed) => `sk${'.ey'}J${fake.base64url(60, seed)}.${fake.base64url(22, `${seed}2`)}`,
  'mapbox-temporary-token': (seed) => `tk${'.ey'}J${fake.base64url(60, seed)}.${fake.base64url(22, `${seed}2`)}`,
  'npm-access-token': (seed) => `np${'m_'}${withChecksum(fake.alphanumeric(30, seed))}`,
  'okta-client-secret': (seed) => `OKTA_OAUTH2_CLIENT_ID=0oa\nokta: { clientSecret: '${fake.base64url(64, seed)}' }`,
  'pem-private-key': (seed) => fake.pem(seed),
  'putty-private-key': (seed) => `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\n${fake.base64(47, seed)}=\nPrivate-MAC: ${fake.hex(64, seed)}\n`,
  'recaptcha-key': (seed) => `RECAPTCHA_SECRET_KEY=6L${fake.base64url(38, seed)}`,
  'recaptcha-site-key': (seed) => `<div class="g-recaptcha" data-sitekey="6L${fake.base64url(38, seed)}">`,
  'supabase-anon-key': (seed) => `SUPABASE_ANON_KEY=${toJwt('{"iss":"supabase","ref":"abc","role":"anon"}', seed)}`,
  'url-password': (seed) => `postgres://app:${fake.alphanumeric(16, seed)}@db.acme.io/x`,
  'go-data-source-password': (seed) => `app:${fake.alphanumeric(16, seed)}@tcp(db.acme.io:3306)/x`,
  'weak-url-password': (seed) => `amqp://shop:password${fake.digits(4, seed)}@mq.acme.io/x`,
  'yandex-static-access-key-secret': (seed) => `yandex_storage: { accessKey: 'YC${fake.base64url(38, seed)}' }`,
  'zendesk-api-token': (seed) => `ZENDESK_API_TOKEN=${fake.alphanumeric(40, seed)}`,
  'zuplo-consumer-api-key': (seed) => `zp${'ka_'}${fake.hex(32, seed)}_${getCrc32(fake.hex(32, seed)).toString(16).padStart(8, '0')}`,
};

const toJwt = (payload: string, seed: string): string => [btoa('{"alg":"HS256","typ":"JWT"}'), btoa(payload), fake.base64url(43, seed)].join('.').replaceAll('=', '');

const withChecksum = (body: string): string => `${body}${toBase62(getCrc32(body), 6)}`;
