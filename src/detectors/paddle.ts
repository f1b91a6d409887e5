import type { Provider } from '../core/detector.ts';

export const paddle: Provider = {
  name: 'Paddle',
  revoke: 'https://vendors.paddle.com/authentication-v2',
  formats: [
    {
      id: 'paddle-api-key',
      title: 'a Paddle API key',
      severity: 'critical',
      source: 'https://developer.paddle.com/api-reference/about/api-keys',
      anchors: ['pdl_'],
      pattern: /pdl_(?:live|sdbx)_apikey_[a-z\d]{26}_[A-Za-z\d]{22}_[A-Za-z\d]{3}/uy,
    },
  ],
};
