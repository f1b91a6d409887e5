import type { Provider } from '../core/detector.ts';

export const twilio: Provider = {
  name: 'Twilio',
  formats: [
    {
      id: 'twilio-account-sid',
      title: 'a Twilio account SID',
      severity: 'low',
      source: 'Twilio: SIDs',
      near: ['twilio', 'account_sid', 'accountsid'],
      pattern: /AC[a-f\d]{32}/uy,
      minEntropy: 3,
      pairWith: ['twilio-auth-token'],
      // CONFIDENCE: medium
    },
    {
      id: 'twilio-api-key-secret',
      title: 'a Twilio API key secret',
      severity: 'critical',
      source: 'Twilio: API keys',
      near: ['twilio_api_secret', 'twilio_secret', 'twilio_api_key_secret', 'twilio'],
      pattern: /[A-Za-z\d]{32}/uy,
      accepts: (secret) => /[g-zA-Z]/u.test(secret),
      minEntropy: 3.3,
      pairWith: ['twilio-api-key-sid'],
      // CONFIDENCE: medium
    },
    {
      id: 'twilio-api-key-sid',
      title: 'a Twilio API key SID',
      severity: 'medium',
      source: 'Twilio: API keys',
      near: ['twilio'],
      pattern: /SK[a-f\d]{32}/uy,
      minEntropy: 3,
      pairWith: ['twilio-api-key-secret'],
      // SHAPE: identifier; the secret beside it is 32 alphanumerics
      // CONFIDENCE: medium
    },
    {
      id: 'twilio-auth-token',
      title: 'a Twilio auth token',
      severity: 'critical',
      source: 'Twilio: auth tokens',
      near: ['twilio'],
      pattern: /[a-f\d]{32}/uy,
      minEntropy: 3,
      pairWith: ['twilio-account-sid'],
      // CONFIDENCE: medium
    },
  ],
};
