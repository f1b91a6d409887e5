import type { Detector } from '../core/detect.ts';

const identifiers = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html';

export const aws: readonly Detector[] = [
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
    anchors: ['secret', 'Secret', 'SECRET'],
    // The key has no mark of its own: the name before it gives it away.
    pattern: /(?:secret)[\w.-]{0,24}(?:\\?["'`\]]){0,2}[ \t]{0,4}(?::[ \t]{0,4}(?:string|str)[ \t]{0,4})?(?:=>|:=|[:=]|,|(?<=[ \t])value=|(?<=[ \t]))[ \t]{0,4}\\?["'`]?(?<secret>[A-Za-z\d+/]{40})(?![A-Za-z\d+/=])/iuy,
    boundary: /(?!)/u,
    accepts: (key) => /[a-z]/u.test(key) && /[A-Z]/u.test(key) && /[\d+/]/u.test(key) && !/EXAMPLE(?:KEY)?$/u.test(key) && new Set(key).size > 15,
  },
];
