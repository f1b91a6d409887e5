import type { Provider } from '../core/detector.ts';

export const splunk: Provider = {
  name: 'Splunk',
  revoke: 'https://help.splunk.com/en/splunk-enterprise/get-started/get-data-in/10.0/get-data-with-http-event-collector/set-up-and-use-http-event-collector-in-splunk-web',
  formats: [
    {
      id: 'splunk-hec-token',
      title: 'a token of the Splunk HTTP event collector',
      severity: 'medium',
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector',
      near: ['splunk', 'hec_token'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
    },
  ],
};
