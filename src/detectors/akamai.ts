import type { Provider } from '../core/detector.ts';

export const akamai: Provider = {
  name: 'Akamai',
  formats: [
    {
      id: 'akamai-edgegrid-token',
      title: 'an Akamai edgegrid token',
      severity: 'high',
      source: 'Akamai: EdgeGrid',
      anchors: ['akab-'],
      pattern: /akab-[a-z\d]{16}-[a-z\d]{16}/uy,
      // SHAPE: client token and access token; followed by .luna.akamaiapis.net it is only a host name; the client_secret beside them is 44 chars of base64
      // CONFIDENCE: high
    },
  ],
};
