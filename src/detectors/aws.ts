import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';
import { isRandom } from '../core/randomness.ts';

const identifiers = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids';
const keys = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html';
const bedrock = 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html';
const session = 'https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html';

export const aws: Provider = {
  name: 'AWS',
  revoke: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html#Using_RotateAccessKey',
  formats: [
    {
      id: 'aws-access-key-id',
      title: 'an AWS access key id',
      severity: 'high',
      source: identifiers,
      anchors: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
      pattern: /(?:AKIA|ASIA|ABIA|ACCA)[A-Z\d]{16}/uy,
      visible: 4,
      accepts: (id) => !id.endsWith('EXAMPLE') && new Set(id.slice(4)).size > 5,
      doubt: (id) => (/[0189]/u.test(id) ? 'no id of AWS has such digits' : id.startsWith('ASIA') ? 'of temporary credentials, and no key beside it' : undefined),
      pairWith: ['aws-secret-access-key', 'aws-secret-after-id', 'aws-named-secret-key'],
    },
    {
      id: 'aws-secret-access-key',
      title: 'an AWS secret access key',
      severity: 'critical',
      source: keys,
      anchors: ['secret', 'Secret', 'SECRET'],
      isGeneric: true,
      // The key has no mark of its own: the name before it gives it away.
      pattern: /(?:secret)[\w.-]{0,24}(?:\\?["'`\]]){0,2}[ \t]{0,4}(?::[ \t]{0,4}(?:string|str)[ \t]{0,4})?(?:=>|:=|[:=]|,|(?<=[ \t])value=|(?<=[ \t]))[ \t]{0,4}\\?["'`]?(?<secret>[A-Za-z\d+/]{40})(?![A-Za-z\d+/=])/iuy,
      boundary: /(?!)/u,
      accepts: isSecretKey,
      pairWith: ['aws-access-key-id'],
    },
    {
      id: 'aws-secret-after-id',
      title: 'an AWS secret access key',
      severity: 'critical',
      source: keys,
      anchors: ['AKIA', 'ASIA'],
      isGeneric: true,
      // the file that the console offers, `id:secret`, and names that say nothing
      pattern: /A[KS]IA[A-Z2-7]{16}[^A-Za-z\d][^]{0,100}?(?<secret>(?<![A-Za-z\d+/])[A-Za-z\d+/]{40})(?![A-Za-z\d+/=])/uy,
      boundary: /(?!)/u,
      accepts: isSecretKey,
      pairWith: ['aws-access-key-id'],
    },
    {
      id: 'aws-named-secret-key',
      title: 'an AWS secret access key',
      severity: 'critical',
      source: keys,
      near: ['aws_key', 'aws_access', 'aws_secret', 'aws_token', 'aws_pass', 'amazon_secret', 'amazon_key', 's3_key', 's3_secret', 's3_access'],
      isGeneric: true,
      pattern: /[A-Za-z\d+/]{40}/uy,
      accepts: isSecretKey,
      pairWith: ['aws-access-key-id'],
    },
    {
      id: 'aws-appsync-api-key',
      title: 'an AWS AppSync API key',
      severity: 'medium',
      source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization',
      anchors: ['da2-'],
      pattern: /da2-[a-z\d]{26}/uy,
    },
    {
      id: 'aws-bedrock-api-key',
      title: 'an Amazon Bedrock API key',
      severity: 'critical',
      source: bedrock,
      anchors: ['ABSK'],
      pattern: /ABSK[A-Za-z\d+/]{100,280}={0,2}/uy,
      minEntropy: 3,
    },
    {
      id: 'aws-bedrock-short-term-api-key',
      title: 'a short-term Amazon Bedrock API key',
      severity: 'medium',
      source: bedrock,
      anchors: ['bedrock-api-key-'],
      // base64 of a URL of bedrock.amazonaws.com that is signed for some hours
      pattern: /bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z\d+/]{40,4000}={0,2}/uy,
    },
    {
      id: 'aws-cognito-client-secret',
      title: 'an Amazon Cognito client secret',
      severity: 'high',
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
      near: ['cognito'],
      pattern: /[a-z\d]{43,64}/uy,
      minEntropy: 3.8,
      accepts: (secret) => /[g-z]/u.test(secret) && /\d/u.test(secret),
    },
    {
      id: 'aws-ecr-authorization-token',
      title: 'an Amazon ECR password',
      severity: 'high',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
      // base64 of a JSON object with "payload"
      anchors: ['eyJwYXlsb2FkIjoi'],
      pattern: /eyJwYXlsb2FkIjoi[A-Za-z\d+/]{500,4000}={0,2}/uy,
    },
    {
      id: 'aws-ses-smtp-password',
      title: 'an Amazon SES SMTP password',
      severity: 'high',
      source: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
      near: ['ses_smtp', 'smtp_password', 'smtp_pass', 'email_smtp', 'amazonses'],
      // base64 of the version 4 and 32 bytes
      pattern: /B[A-P][A-Za-z\d+/]{42}/uy,
      minEntropy: 4,
      accepts: isMixed,
      pairWith: ['aws-access-key-id'],
    },
    {
      id: 'aws-session-token',
      title: 'an AWS session token',
      severity: 'high',
      source: session,
      near: ['session_token', 'security_token'],
      pattern: /[A-Za-z\d+/]{100,2000}={0,2}/uy,
      minEntropy: 3.3,
      accepts: (token) => isMixed(token) && isRandom(token),
      pairWith: ['aws-access-key-id'],
    },
    {
      id: 'aws-session-token-prefixed',
      title: 'an AWS session token',
      severity: 'high',
      source: session,
      // base64 of the field and the length that tokens of all regions begin with
      anchors: ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz', 'FQoGZXIvYXdz'],
      pattern: /(?:IQoJb3JpZ2luX2Vj|FwoGZXIvYXdz|FQoGZXIvYXdz)[A-Za-z\d+/]{80,2000}={0,2}/uy,
      pairWith: ['aws-access-key-id'],
    },
  ],
};

function isSecretKey(key: string): boolean {
  return /[a-z]/u.test(key) && /[A-Z]/u.test(key) && /[\d+/]/u.test(key) && !/EXAMPLE(?:KEY)?$/u.test(key) && new Set(key).size > 15 && isRandom(key);
}
