import type { Provider } from '../core/detector.ts';

export const posthog: Provider = {
  name: 'PostHog',
  revoke: 'https://app.posthog.com/settings/user-api-keys',
  formats: [
    {
      id: 'posthog-personal-api-key',
      title: 'a PostHog personal API key',
      severity: 'high',
      source: 'https://posthog.com/docs/api',
      // also what flags are read with on a server, and OAuth tokens
      anchors: ['phx_', 'phs_', 'pha_', 'phr_'],
      pattern: /ph[xsar]_[\w-]{40,60}/uy,
      minEntropy: 3.5,
    },
    {
      id: 'posthog-project-api-key',
      title: 'a PostHog project key (public)',
      severity: 'low',
      source: 'https://posthog.com/docs/api',
      anchors: ['phc_'],
      pattern: /phc_[\w-]{40,48}/uy,
      minEntropy: 3.5,
    },
  ],
};
