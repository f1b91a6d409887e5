import { endsInCrc32 } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

const tokenFormats = 'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/';

export const cloudflare: Provider = {
  name: 'Cloudflare',
  revoke: 'https://dash.cloudflare.com/profile/api-tokens',
  formats: [
    {
      id: 'cloudflare-account-api-token',
      title: 'a Cloudflare account API token',
      severity: 'critical',
      source: tokenFormats,
      anchors: ['cfat_'],
      pattern: /cfat_[A-Za-z\d]{40}[a-f\d]{8}/uy,
      doubt: doubtChecksum,
    },
    {
      id: 'cloudflare-api-token-legacy',
      title: 'a Cloudflare API token',
      severity: 'critical',
      source: tokenFormats,
      near: ['cloudflare', 'cf_api_token', 'cf_token', 'cf_dns_api_token', 'cf_api_key'],
      pattern: /[\w-]{40}/uy,
      minEntropy: 3.5,
      accepts: isMixed,
    },
    {
      id: 'cloudflare-global-api-key',
      title: 'a Cloudflare global API key',
      severity: 'critical',
      source: tokenFormats,
      anchors: ['cfk_'],
      pattern: /cfk_[A-Za-z\d]{40}[a-f\d]{8}/uy,
      doubt: doubtChecksum,
    },
    {
      id: 'cloudflare-global-api-key-legacy',
      title: 'a Cloudflare global API key',
      severity: 'critical',
      source: tokenFormats,
      near: ['cloudflare', 'cf_api_key', 'x_auth_key', 'cf_key'],
      // not as long as the usual digests
      pattern: /(?:[a-f\d]{41,45}|[a-f\d]{37,39})/uy,
      minEntropy: 2,
    },
    {
      id: 'cloudflare-origin-ca-key',
      title: 'a Cloudflare origin CA key',
      severity: 'critical',
      source: 'https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/',
      anchors: ['v1.0-'],
      pattern: /v1\.0-[a-f\d]{24}-[a-f\d]{146}/uy,
      minEntropy: 2,
    },
    {
      id: 'cloudflare-user-api-token',
      title: 'a Cloudflare user API token',
      severity: 'critical',
      source: tokenFormats,
      anchors: ['cfut_'],
      pattern: /cfut_[A-Za-z\d]{40}[a-f\d]{8}/uy,
      doubt: doubtChecksum,
    },
  ],
};

/** The last eight digits are the CRC-32 of the forty characters after the prefix. */
function doubtChecksum(token: string): string | undefined {
  return endsInCrc32(token.slice(token.indexOf('_') + 1)) ? undefined : 'its checksum does not match';
}
