import type { Provider } from '../core/detector.ts';

export const posthog: Provider = {
  name: 'PostHog',
  formats: [
    {
      id: 'posthog-personal-api-key',
      title: 'a PostHog personal API key',
      severity: 'high',
      source: 'PostHog: personal API keys',
      anchors: ['phx_', 'phs_', 'pha_', 'phr_'],
      pattern: /(?:phx_|phs_|pha_|phr_)[\w-]{40,60}/uy,
      minEntropy: 3,
      // SHAPE: phx = personal, phs = feature flags secure key, pha / phr = OAuth access / refresh
      // CONFIDENCE: high
    },
    {
      id: 'posthog-project-api-key',
      title: 'a PostHog project API key',
      severity: 'low',
      source: 'PostHog: project API key',
      anchors: ['phc_'],
      pattern: /phc_[\w-]{41,44}/uy,
      minEntropy: 3,
      // PUBLIC
      // SHAPE: ships in web pages
      // CONFIDENCE: high
    },
  ],
};
