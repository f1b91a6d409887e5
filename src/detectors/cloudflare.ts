import type { Provider } from '../core/detector.ts';

export const cloudflare: Provider = {
  name: 'Cloudflare',
  formats: [
    {
      id: 'cloudflare-account-api-token',
      title: 'a Cloudflare account API token',
      severity: 'critical',
      source: 'Cloudflare docs: fundamentals/api/get-started/token-formats',
      anchors: ['cfat_'],
      pattern: /cfat_[A-Za-z\d]{40}[a-f\d]{8}/uy,
      // CHECKSUM: crc32 of the 40-char body, 8 lower-case hex, last 8
      // CONFIDENCE: high
    },
    {
      id: 'cloudflare-api-token-legacy',
      title: 'a Cloudflare API token legacy',
      severity: 'critical',
      source: 'developers.cloudflare.com/api/resources/user/subresources/tokens/methods/verify',
      near: ['cloudflare', 'cf_api_token', 'cf_token'],
      pattern: /[\w-]{40}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
    {
      id: 'cloudflare-global-api-key',
      title: 'a Cloudflare global API key',
      severity: 'critical',
      source: 'Cloudflare docs: fundamentals/api/get-started/token-formats',
      anchors: ['cfk_'],
      pattern: /cfk_[A-Za-z\d]{40}[a-f\d]{8}/uy,
      // CHECKSUM: crc32 of the 40-char body, 8 lower-case hex, last 8
      // CONFIDENCE: high
    },
    {
      id: 'cloudflare-global-api-key-legacy',
      title: 'a Cloudflare global API key legacy',
      severity: 'critical',
      source: '-',
      near: ['cloudflare', 'cf_api_key', 'x_auth_key'],
      pattern: /[a-f\d]{37}/uy,
      minEntropy: 2,
      // CONFIDENCE: medium
    },
    {
      id: 'cloudflare-origin-ca-key',
      title: 'a Cloudflare origin ca key',
      severity: 'critical',
      source: 'Cloudflare docs: origin CA keys',
      anchors: ['v1.0-'],
      pattern: /v1\.0-[a-f\d]{24}-[a-f\d]{146}/uy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
    {
      id: 'cloudflare-user-api-token',
      title: 'a Cloudflare user API token',
      severity: 'critical',
      source: 'Cloudflare docs: fundamentals/api/get-started/token-formats',
      anchors: ['cfut_'],
      pattern: /cfut_[A-Za-z\d]{40}[a-f\d]{8}/uy,
      // CHECKSUM: crc32 of the 40-char body, 8 lower-case hex, last 8
      // CONFIDENCE: high
    },
  ],
};
