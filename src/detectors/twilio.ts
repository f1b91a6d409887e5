import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

const keys = 'https://www.twilio.com/docs/iam/api-keys';

export const twilio: Provider = {
  name: 'Twilio',
  revoke: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
  formats: [
    {
      id: 'twilio-account-sid',
      title: 'a Twilio account SID (an identifier)',
      severity: 'low',
      source: 'https://www.twilio.com/docs/glossary/what-is-a-sid',
      near: ['twilio', 'account_sid'],
      isTelling: true,
      pattern: /AC[a-f\d]{32}/uy,
      minEntropy: 3,
      pairWith: ['twilio-auth-token'],
    },
    {
      id: 'twilio-api-key-secret',
      title: 'a Twilio API key secret',
      severity: 'critical',
      source: keys,
      near: ['twilio'],
      pattern: /[A-Za-z\d]{32}/uy,
      minEntropy: 3.3,
      accepts: (secret) => /[A-Zg-z]/u.test(secret) && isMachineMade(secret),
      pairWith: ['twilio-api-key-sid'],
    },
    {
      id: 'twilio-api-key-sid',
      title: 'a Twilio API key SID (an identifier)',
      severity: 'medium',
      source: keys,
      near: ['twilio'],
      isTelling: true,
      pattern: /SK[a-f\d]{32}/iuy,
      minEntropy: 3,
      pairWith: ['twilio-api-key-secret'],
    },
    {
      id: 'twilio-auth-token',
      title: 'a Twilio auth token',
      severity: 'critical',
      source: 'https://www.twilio.com/docs/iam/api/authtoken',
      near: ['twilio'],
      pattern: /[a-f\d]{32}/uy,
      minEntropy: 3,
      pairWith: ['twilio-account-sid'],
    },
  ],
};
