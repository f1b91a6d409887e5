import type { Provider } from '../core/detector.ts';

export const linkedin: Provider = {
  name: 'LinkedIn',
  revoke: 'https://www.linkedin.com/developers/apps',
  formats: [
    {
      id: 'linkedin-client-secret',
      title: 'a LinkedIn client secret',
      severity: 'high',
      source: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow',
      anchors: ['WPL_AP0.', 'WPL_AP1.'],
      pattern: /WPL_AP[01]\.[A-Za-z\d]{14,20}\.[A-Za-z\d+/]{5,10}={0,2}/uy,
    },
  ],
};
