import type { Provider } from '../core/detector.ts';

export const splunk: Provider = {
  name: 'Splunk',
  formats: [
    {
      id: 'splunk-hec-token',
      title: 'a Splunk HEC token',
      severity: 'medium',
      source: '-',
      near: ['splunk_hec', 'hec_token'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      // CONFIDENCE: medium
    },
  ],
};
