import type { Provider } from '../core/detector.ts';

const tokens = 'https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm';

export const tableau: Provider = {
  name: 'Tableau',
  revoke: tokens,
  formats: [
    {
      id: 'tableau-personal-access-token',
      title: 'a Tableau personal access token',
      severity: 'high',
      source: tokens,
      near: ['tableau', 'personal_access_token_secret'],
      isTelling: true,
      pattern: /[A-Za-z\d+/]{22}==:[A-Za-z\d]{32}/uy,
    },
  ],
};
