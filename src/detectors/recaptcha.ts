import type { Provider } from '../core/detector.ts';

export const recaptcha: Provider = {
  name: 'reCAPTCHA',
  formats: [
    {
      id: 'recaptcha-key',
      title: 'a reCAPTCHA key',
      severity: 'medium',
      source: 'reCAPTCHA: keys',
      near: ['recaptcha'],
      pattern: /6L[\w-]{38}/uy,
      minEntropy: 3,
      // PUBLIC
      // SHAPE: 40 chars; site key (public) and secret key look alike; the secret is used only server-side
      // CONFIDENCE: medium
    },
  ],
};
