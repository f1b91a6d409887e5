import type { Provider } from '../core/detector.ts';

export const grafana: Provider = {
  name: 'Grafana',
  formats: [
    {
      id: 'grafana-cloud-access-policy-token',
      title: 'a Grafana cloud access policy token',
      severity: 'high',
      source: 'Grafana Cloud: access policies',
      anchors: ['glc_'],
      pattern: /glc_[A-Za-z\d+/]{32,400}={0,3}/uy,
      minEntropy: 3,
      // SHAPE: base64 JSON, so usually glc_eyJ
      // CONFIDENCE: high
    },
    {
      id: 'grafana-legacy-api-key',
      title: 'a Grafana legacy API key',
      severity: 'high',
      source: 'grafana.com/docs/grafana/latest/developers/http_api/auth',
      anchors: ['eyJrIjoi'],
      pattern: /eyJrIjoi[A-Za-z\d+/]{40,400}={0,3}/uy,
      minEntropy: 3,
      // SHAPE: base64 JSON {"k":
      // CONFIDENCE: high
    },
    {
      id: 'grafana-service-account-token',
      title: 'a Grafana service account token',
      severity: 'high',
      source: 'Grafana: service accounts',
      anchors: ['glsa_'],
      isCaseless: true,
      pattern: /glsa_[A-Za-z\d]{32}_[a-f\d]{8}/iuy,
      minEntropy: 3,
      // CHECKSUM: crc32 of "glsa_" + 32-char secret, 4 bytes little-endian, 8 hex, last 8
      // CONFIDENCE: high
    },
  ],
};
