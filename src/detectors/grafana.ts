import { getCrc32, toHex } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';

export const grafana: Provider = {
  name: 'Grafana',
  revoke: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  formats: [
    {
      id: 'grafana-cloud-access-policy-token',
      title: 'a Grafana Cloud access policy token',
      severity: 'high',
      source: 'https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/',
      anchors: ['glc_'],
      pattern: /glc_[A-Za-z\d+/]{32,400}={0,3}/uy,
      minEntropy: 3,
    },
    {
      id: 'grafana-legacy-api-key',
      title: 'a Grafana API key',
      severity: 'high',
      source: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/migrate-api-keys/',
      // base64 of {"k":"
      anchors: ['eyJrIjoi'],
      pattern: /eyJrIjoi[A-Za-z\d+/_-]{40,400}={0,3}/uy,
      minEntropy: 3,
    },
    {
      id: 'grafana-service-account-token',
      title: 'a Grafana service account token',
      severity: 'high',
      source: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
      anchors: ['glsa_'],
      pattern: /glsa_[A-Za-z\d]{32}_[a-f\d]{8}/uy,
      minEntropy: 3,
      doubt: (token) => (swapBytes(token.slice(-8)) === toHex(getCrc32(token.slice(0, 37))) ? undefined : 'its checksum does not match'),
    },
  ],
};

/** Digits of four bytes in the other order. */
function swapBytes(digits: string): string {
  return (digits.match(/../gu) ?? []).reverse().join('');
}
