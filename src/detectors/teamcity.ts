import type { Provider } from '../core/detector.ts';

export const teamcity: Provider = {
  name: 'TeamCity',
  revoke: 'https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html#Managing+Access+Tokens',
  formats: [
    {
      id: 'teamcity-api-token',
      title: 'a TeamCity access token',
      severity: 'critical',
      source: 'https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html#Managing+Access+Tokens',
      // base64 of a header with the type TCV2
      anchors: ['eyJ0eXAiOiAiVENWMiJ9.'],
      pattern: /eyJ0eXAiOiAiVENWMiJ9\.[\w-]{30,44}\.[\w-]{40,58}/uy,
    },
  ],
};
