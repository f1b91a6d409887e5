import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

export const contentful: Provider = {
  name: 'Contentful',
  revoke: 'https://app.contentful.com/account/profile/cma_tokens',
  formats: [
    {
      id: 'contentful-delivery-token',
      title: 'a Contentful delivery token',
      severity: 'medium',
      source: 'https://www.contentful.com/developers/docs/references/authentication/',
      near: ['contentful'],
      pattern: /[\w-]{43}/uy,
      minEntropy: 3.5,
      accepts: isMixed,
    },
    {
      id: 'contentful-personal-access-token',
      title: 'a Contentful personal access token',
      severity: 'high',
      source: 'https://www.contentful.com/help/token-management/personal-access-tokens/',
      anchors: ['CFPAT-'],
      pattern: /CFPAT-[\w-]{43}/uy,
      minEntropy: 3.5,
    },
  ],
};
