import { fake } from './fake.ts';

/** Samples of the formats for which the pattern alone says too little, such as what is encoded in them: text by number. */
export const samples: Readonly<Record<string, (seed: string) => string>> = {
  'ansible-vault-blob': (seed) => `$ANSIBLE${'_VAULT'};1.1;AES256\n${fake.hex(80, seed)}\n${fake.hex(80, `${seed}2`)}\n`,
  'authorization-header': (seed) => `Authorization: Bearer ${fake.alphanumeric(40, seed)}`,
  'connection-string-password': (seed) => `Server=db;Database=x;User Id=sa;Password=${fake.alphanumeric(16, seed)};`,
  'curl-user-option': (seed) => `curl -s -u app:${fake.alphanumeric(16, seed)} https://api.acme.io`,
  'pem-private-key': (seed) => fake.pem(seed),
  'url-password': (seed) => `postgres://app:${fake.alphanumeric(16, seed)}@db.acme.io/x`,
};
