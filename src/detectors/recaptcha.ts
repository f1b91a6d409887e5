import type { Provider } from '../core/detector.ts';

const keys = 'https://developers.google.com/recaptcha/docs/settings';

export const recaptcha: Provider = {
  name: 'reCAPTCHA',
  revoke: 'https://www.google.com/recaptcha/admin',
  formats: [
    {
      id: 'recaptcha-key',
      title: 'a reCAPTCHA secret key',
      severity: 'medium',
      source: keys,
      near: ['recaptcha', 'captcha_secret'],
      isTelling: true,
      pattern: /6L[\w-]{38}/uy,
      minEntropy: 3,
      accepts: (_, match) => !isSite(match),
    },
    {
      id: 'recaptcha-site-key',
      title: 'a reCAPTCHA site key (public)',
      severity: 'low',
      source: keys,
      near: ['recaptcha', 'sitekey'],
      isTelling: true,
      pattern: /6L[\w-]{38}/uy,
      minEntropy: 3,
      accepts: (_, match) => isSite(match),
    },
  ],
};

/** Both look alike: what stands before tells them apart. */
const isSite = ({ input, index }: RegExpExecArray): boolean => /site|public|client|render/iu.test(input.slice(Math.max(0, input.lastIndexOf('\n', index), index - 60), index));
