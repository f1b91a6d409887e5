import { fake } from './fake.ts';

/** A text with made-up secrets in it, and where those stand that must be found. */
export interface Marked {
  readonly text: string;
  readonly leaks: readonly (readonly [start: number, end: number])[];
}

/**
 * Puts made-up values in the place of marks. `{{@name}}` and `{{@Sum|mer}}` must be found, `{{~name}}` must not: a name is
 * one of the list below, anything else is taken as it stands, without the bars that keep it from being a value here.
 */
export function toMarked(template: string): Marked {
  const leaks: (readonly [number, number])[] = [];
  let text = '';
  let offset = 0;
  for (const found of template.matchAll(/\{\{(?<sign>[@~])(?<name>[^{}\n]+)\}\}/gu)) {
    const { sign, name = '' } = found.groups ?? {};
    text += template.slice(offset, found.index);
    const value = values[name] ?? name.replaceAll('|', '');
    if (sign === '@') leaks.push([text.length, text.length + value.length]);
    text += value;
    offset = found.index + found[0].length;
  }
  return { text: text + template.slice(offset), leaks };
}

const values: Readonly<Record<string, string>> = {
  weak: fake.weakPassword(),
  password: fake.password(),
  alnum16: fake.alphanumeric(16, 'sixteen'),
  alnum20: fake.alphanumeric(20, 'twenty'),
  alnum32: fake.alphanumeric(32, 'thirty'),
  alnum64: fake.alphanumeric(64, 'sixty'),
  hex16: fake.hex(16, 'short'),
  hex32: fake.hex(32),
  hex40: fake.hex(40, 'second'),
  hex64: fake.hex(64, 'long'),
  base64: `${fake.base64(43)}=`,
  basic: btoa(`deploy:${fake.password('basic')}`),
  base64url: fake.base64url(43),
  base32: fake.base32(32),
  dashed: `${fake.alphanumeric(6, 'd1')}-${fake.alphanumeric(8, 'd2')}-${fake.alphanumeric(10, 'd3')}`,
  dotted: `${fake.alphanumeric(24, 'p1')}.${fake.alphanumeric(6, 'p2')}.${fake.alphanumeric(27, 'p3')}`,
  underscored: `live_${fake.alphanumeric(24, 'u1')}`,
  uuid: fake.uuid(),
  github: fake.githubToken(),
  fine: fake.githubFineGrainedToken(),
  stripe: fake.stripeKey(),
  whsec: fake.stripeWebhookSecret(),
  slack: fake.slackToken(),
  'slack-user': fake.slackUserToken(),
  'slack-app': fake.slackAppToken(),
  akid: fake.accessKeyId(),
  asia: fake.temporaryKeyId(),
  sak: fake.secretAccessKey('aws'),
  jwt: fake.jwt(),
  'pem-body': fake.pem().split('\n').slice(1, -1).join('\n'),
  'pem-body-escaped': fake.pem().split('\n').slice(1, -1).join(String.raw`\n`),
  'pem-begin': `-----BEGIN ${'RSA PRIVATE'} KEY-----`,
  'pem-end': `-----END ${'RSA PRIVATE'} KEY-----`,
};
