import type { Provider } from '../core/detector.ts';

const identifiers = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html';

export const aws: Provider = {
  name: 'AWS',
  formats: [
    {
      id: 'aws-access-key-id',
      title: 'an AWS access key id',
      severity: 'high',
      source: identifiers,
      anchors: ['AKIA', 'ASIA'],
      pattern: /(?:AKIA|ASIA)[A-Z2-7]{16}/uy,
      visible: 4,
      accepts: (id) => !id.endsWith('EXAMPLE') && new Set(id.slice(4)).size > 5,
    },
    {
      id: 'aws-secret-access-key',
      title: 'an AWS secret access key',
      severity: 'critical',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
      isGeneric: true,
      anchors: ['secret', 'Secret', 'SECRET'],
      // The key has no mark of its own: the name before it gives it away.
      pattern: /(?:secret)[\w.-]{0,24}(?:\\?["'`\]]){0,2}[ \t]{0,4}(?::[ \t]{0,4}(?:string|str)[ \t]{0,4})?(?:=>|:=|[:=]|,|(?<=[ \t])value=|(?<=[ \t]))[ \t]{0,4}\\?["'`]?(?<secret>[A-Za-z\d+/]{40})(?![A-Za-z\d+/=])/iuy,
      boundary: /(?!)/u,
      accepts: (key) => /[a-z]/u.test(key) && /[A-Z]/u.test(key) && /[\d+/]/u.test(key) && !/EXAMPLE(?:KEY)?$/u.test(key) && new Set(key).size > 15,
    },
    {
      id: 'aws-appsync-api-key',
      title: 'an AWS appsync API key',
      severity: 'medium',
      source: 'AWS AppSync: API_KEY authorization',
      anchors: ['da2-'],
      pattern: /da2-[a-z\d]{26}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'aws-bedrock-api-key',
      title: 'an AWS bedrock API key',
      severity: 'critical',
      source: 'Amazon Bedrock User Guide: API keys',
      anchors: ['ABSK'],
      pattern: /ABSK[A-Za-z\d+/]{109,269}={0,2}/uy,
      minEntropy: 3,
      // SHAPE: long-term Bedrock API key; base64 of user name and secret
      // CONFIDENCE: high
    },
    {
      id: 'aws-bedrock-short-term-api-key',
      title: 'an AWS bedrock short term API key',
      severity: 'medium',
      source: 'Amazon Bedrock User Guide: API keys',
      anchors: ['bedrock-api-key-'],
      pattern: /bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z\d+/=]{0,4000}/uy,
      // SHAPE: base64 of a presigned URL for bedrock.amazonaws.com; at most 12 h
      // CONFIDENCE: high
    },
    {
      id: 'aws-cognito-client-secret',
      title: 'an AWS cognito client secret',
      severity: 'high',
      source: 'Amazon Cognito: app client secret',
      near: ['cognito'],
      pattern: /[a-z\d]{43,64}/uy,
      minEntropy: 3.8,
      // SHAPE: 52 chars usual
      // CONFIDENCE: medium
    },
    {
      id: 'aws-ecr-authorization-token',
      title: 'an AWS ecr authorization token',
      severity: 'high',
      source: 'Amazon ECR: GetAuthorizationToken',
      anchors: ['eyJwYXlsb2FkIjoi'],
      pattern: /eyJwYXlsb2FkIjoi[A-Za-z\d+/]{500,4000}={0,2}/uy,
      // SHAPE: base64 of a JSON object whose first key is payload; 12 h; user name AWS
      // CONFIDENCE: high
    },
    {
      id: 'aws-ses-smtp-password',
      title: 'an AWS SES SMTP password',
      severity: 'high',
      source: 'Amazon SES: smtp-credentials',
      near: ['ses_smtp', 'smtp_password', 'smtp_pass', 'email_smtp', 'amazonses'],
      pattern: /B[A-P][A-Za-z\d+/]{42}/uy,
      minEntropy: 4,
      pairWith: ['aws-access-key-id'],
      // SHAPE: 44 chars of base64 = version byte 04 + 32-byte MAC, so first char is B
      // CONFIDENCE: medium
    },
    {
      id: 'aws-session-token',
      title: 'an AWS session token',
      severity: 'high',
      source: 'AWS STS: GetSessionToken',
      near: ['session_token', 'sessiontoken', 'security_token', 'securitytoken'],
      pattern: /[A-Za-z\d+/=]{100,2000}/uy,
      minEntropy: 3.3,
      pairWith: ['aws-temporary-access-key-id'],
      // SHAPE: often starts IQoJb3JpZ2luX2Vj, FwoGZXIvYXdz or FQoGZXIvYXdz
      // CONFIDENCE: medium
    },
    {
      id: 'aws-session-token-prefixed',
      title: 'an AWS session token prefixed',
      severity: 'high',
      source: '-',
      anchors: ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz', 'FQoGZXIvYXdz'],
      pattern: /(?:IQoJb3JpZ2luX2Vj|FwoGZXIvYXdz|FQoGZXIvYXdz)[A-Za-z\d+/]{80,2000}={0,2}/uy,
      pairWith: ['aws-temporary-access-key-id'],
      // SHAPE: base64; temporary, hours
      // CONFIDENCE: high
    },
  ],
};
