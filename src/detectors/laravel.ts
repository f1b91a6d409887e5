import type { Provider } from '../core/detector.ts';

export const laravel: Provider = {
  name: 'Laravel',
  revoke: 'https://laravel.com/docs/encryption#gracefully-rotating-encryption-keys',
  formats: [
    {
      id: 'laravel-app-key',
      title: 'a Laravel application key',
      severity: 'critical',
      source: 'https://laravel.com/docs/encryption#configuration',
      anchors: ['base64:'],
      near: ['app_key', 'laravel', 'app_previous_keys'],
      // 32 bytes, or 16 for AES-128
      pattern: /base64:(?:[A-Za-z\d+/]{43}=|[A-Za-z\d+/]{22}==)/uy,
    },
  ],
};
