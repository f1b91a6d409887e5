import type { Provider } from '../core/detector.ts';

export const salesforce: Provider = {
  name: 'Salesforce',
  revoke: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_revoke_token.htm',
  formats: [
    {
      id: 'salesforce-access-token',
      title: 'a Salesforce access token',
      severity: 'critical',
      source: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_access_tokens.htm',
      anchors: ['00D'],
      // the id of the organisation, then the session
      pattern: /00D[A-Za-z\d]{12,15}(?:!|\\u0021|%21)[\w.]{80,260}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'salesforce-refresh-token',
      title: 'a Salesforce refresh token',
      severity: 'critical',
      source: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_refresh_token_flow.htm',
      anchors: ['5Aep861'],
      isCaseless: true,
      pattern: /5Aep861[\w.]{60,110}/iuy,
      minEntropy: 3.5,
    },
  ],
};
