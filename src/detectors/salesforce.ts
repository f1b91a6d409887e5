import type { Provider } from '../core/detector.ts';

export const salesforce: Provider = {
  name: 'Salesforce',
  formats: [
    {
      id: 'salesforce-access-token',
      title: 'a Salesforce access token',
      severity: 'critical',
      source: 'Salesforce: session id',
      anchors: ['00D'],
      pattern: /00D[A-Za-z\d]{12,15}![\w.]{80,260}/uy,
      minEntropy: 3.3,
      // SHAPE: org id (15 or 18 chars, starts 00D), exclamation mark, session
      // CONFIDENCE: high
    },
    {
      id: 'salesforce-refresh-token',
      title: 'a Salesforce refresh token',
      severity: 'critical',
      source: 'Salesforce: OAuth',
      anchors: ['5Aep861'],
      isCaseless: true,
      pattern: /5Aep861[\w.]{70,100}/iuy,
      // CONFIDENCE: high
    },
  ],
};
