import { fake } from './fake.ts';

const values: Readonly<Record<string, string>> = {
  password: fake.password(),
  weak: fake.weakPassword(),
  hex: fake.hex(32),
  hex2: fake.hex(40, 'second'),
  token: fake.alphanumeric(24, 'token'),
  long: fake.alphanumeric(36, 'long'),
  github: fake.githubToken(),
  stripe: fake.stripeKey(),
  akid: fake.accessKeyId(),
  sak: fake.secretAccessKey(),
  jwt: fake.jwt(),
  pem: fake.pem(),
  'password-base64': btoa(fake.password()),
  'slack-hook': fake.slackWebhook(),
};

/** Puts made-up secrets in the place of `%name%`. */
export const fill = (text: string): string => text.replace(/%([a-z][a-z\d-]*)%/gu, (placeholder, name: string) => values[name] ?? placeholder);

/** The made-up secrets themselves, to look for in output. */
export const secretValues: readonly string[] = Object.values(values);
