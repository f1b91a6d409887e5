import type { Provider } from '../core/detector.ts';

export const doppler: Provider = {
  name: 'Doppler',
  formats: [
    {
      id: 'doppler-cli-token',
      title: 'a Doppler CLI token',
      severity: 'critical',
      source: 'Doppler: API reference, token types',
      anchors: ['dp.ct.'],
      pattern: /dp\.ct\.[A-Za-z\d]{40,44}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
    {
      id: 'doppler-other-token',
      title: 'a Doppler other token',
      severity: 'high',
      source: 'Doppler: API reference, token types',
      anchors: ['dp.said.', 'dp.scim.', 'dp.audit.'],
      pattern: /(?:dp\.said\.|dp\.scim\.|dp\.audit\.)[A-Za-z\d]{40,44}/uy,
      minEntropy: 3.3,
      // SHAPE: service account identity (short-lived), SCIM, audit
      // CONFIDENCE: high
    },
    {
      id: 'doppler-personal-token',
      title: 'a Doppler personal token',
      severity: 'critical',
      source: 'Doppler: API reference, token types',
      anchors: ['dp.pt.'],
      pattern: /dp\.pt\.[A-Za-z\d]{40,44}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
    {
      id: 'doppler-service-account-token',
      title: 'a Doppler service account token',
      severity: 'critical',
      source: 'Doppler: API reference, token types',
      anchors: ['dp.sa.'],
      pattern: /dp\.sa\.[A-Za-z\d]{40,44}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
    {
      id: 'doppler-service-token',
      title: 'a Doppler service token',
      severity: 'critical',
      source: 'Doppler: API reference, token types',
      anchors: ['dp.st.'],
      pattern: /dp\.st\.(?:[a-z\d_-]{2,35}\.)?[A-Za-z\d]{40,44}/uy,
      minEntropy: 3.3,
      // SHAPE: optional config name before the secret
      // CONFIDENCE: high
    },
  ],
};
