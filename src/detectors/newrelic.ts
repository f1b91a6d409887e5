import type { Provider } from '../core/detector.ts';

export const newrelic: Provider = {
  name: 'New Relic',
  formats: [
    {
      id: 'new-relic-browser-key',
      title: 'a New Relic browser key',
      severity: 'low',
      source: 'New Relic: browser license key',
      anchors: ['NRJS-', 'NRBR-'],
      isCaseless: true,
      pattern: /(?:NRJS-|NRBR-)[a-f\d]{19,20}/iuy,
      // PUBLIC
      // CONFIDENCE: high
    },
    {
      id: 'new-relic-insert-key',
      title: 'a New Relic insert key',
      severity: 'medium',
      source: 'New Relic: apis/intro-apis/new-relic-api-keys',
      anchors: ['NRII-'],
      isCaseless: true,
      pattern: /NRII-[\w-]{25,32}/iuy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'new-relic-legacy-api-key',
      title: 'a New Relic legacy API key',
      severity: 'high',
      source: 'docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys',
      anchors: ['NRRA-', 'NRAA-'],
      isCaseless: true,
      pattern: /(?:NRRA-|NRAA-)[a-f\d]{27,42}/iuy,
      // SHAPE: NRRA (REST) 42, NRAA (admin) 27
      // CONFIDENCE: high
    },
    {
      id: 'new-relic-license-key',
      title: 'a New Relic license key',
      severity: 'medium',
      source: 'New Relic: apis/intro-apis/new-relic-api-keys',
      anchors: ['NRAL'],
      isCaseless: true,
      lookBehind: 36,
      pattern: /[a-z\d]{6}[a-f\d]{30}NRAL/iuy,
      minEntropy: 3,
      // SHAPE: 40 chars; ends NRAL; regional keys start eu01xx
      // CONFIDENCE: high
    },
    {
      id: 'new-relic-query-key',
      title: 'a New Relic query key',
      severity: 'high',
      source: 'New Relic: apis/intro-apis/new-relic-api-keys',
      anchors: ['NRIQ-'],
      isCaseless: true,
      pattern: /NRIQ-[\w-]{32}/iuy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'new-relic-user-api-key',
      title: 'a New Relic user API key',
      severity: 'high',
      source: 'New Relic: apis/intro-apis/new-relic-api-keys',
      anchors: ['NRAK-'],
      isCaseless: true,
      pattern: /NRAK-[A-Z\d]{27}/iuy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
