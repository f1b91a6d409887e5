import type { Provider } from '../core/detector.ts';

const clients = 'https://techdocs.akamai.com/developer/docs/edgegrid';

export const akamai: Provider = {
  name: 'Akamai',
  revoke: 'Akamai Control Center, Identity & Access, API clients',
  formats: [
    {
      id: 'akamai-client-secret',
      title: 'an Akamai client secret',
      severity: 'high',
      source: clients,
      anchors: ['client_secret'],
      isCaseless: true,
      near: ['akab', 'edgerc', 'akamai', 'edgegrid'],
      pattern: /client_secret["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?<secret>[A-Za-z\d+/]{43}=)/iuy,
      pairWith: ['akamai-edgegrid-token'],
    },
    {
      id: 'akamai-edgegrid-token',
      title: 'an Akamai EdgeGrid token',
      severity: 'high',
      source: clients,
      anchors: ['akab-'],
      // followed by its domain it is the name of a host
      pattern: /akab-[a-z\d]{16}-[a-z\d]{16}(?!\.luna\.)/uy,
      pairWith: ['akamai-client-secret'],
    },
  ],
};
