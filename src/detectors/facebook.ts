import type { Provider } from '../core/detector.ts';

export const facebook: Provider = {
  name: 'Facebook',
  formats: [
    {
      id: 'facebook-access-token',
      title: 'a Facebook access token',
      severity: 'high',
      source: 'Meta: access tokens',
      anchors: ['EAAC', 'EAAM'],
      pattern: /(?:EAAC|EAAM)[A-Za-z\d]{90,300}/uy,
      minEntropy: 4,
      // SHAPE: page tokens; other fourth letters exist and need context
      // CONFIDENCE: high
    },
    {
      id: 'facebook-app-access-token',
      title: 'a Facebook app access token',
      severity: 'high',
      source: 'Meta: access tokens',
      near: ['facebook', 'access_token', 'graph_facebook_com'],
      pattern: /\d{15,16}(?:\||%7C)[\w-]{27,40}/uy,
      minEntropy: 3,
      // SHAPE: APP-ID|SECRET
      // CONFIDENCE: medium
    },
    {
      id: 'facebook-app-secret',
      title: 'a Facebook app secret',
      severity: 'critical',
      source: 'developers.facebook.com/docs/facebook-login/access-tokens',
      near: ['facebook', 'fb_app_secret', 'fb_secret'],
      pattern: /[a-f\d]{32}/uy,
      minEntropy: 3,
      // SHAPE: used together with the facebook app id
      // CONFIDENCE: medium
    },
  ],
};
