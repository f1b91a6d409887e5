import type { Provider } from '../core/detector.ts';

const tokens = 'https://docs.doppler.com/reference/auth-token-formats';

export const doppler: Provider = {
  name: 'Doppler',
  revoke: 'https://dashboard.doppler.com/workplace/tokens',
  formats: [
    {
      id: 'doppler-cli-token',
      title: 'a Doppler CLI token',
      severity: 'critical',
      source: tokens,
      anchors: ['dp.ct.'],
      pattern: /dp\.ct\.[A-Za-z\d]{38,48}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'doppler-other-token',
      title: 'a Doppler token',
      severity: 'high',
      source: tokens,
      anchors: ['dp.said.', 'dp.scim.', 'dp.audit.'],
      pattern: /dp\.(?:said|scim|audit)\.[A-Za-z\d]{38,48}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'doppler-personal-token',
      title: 'a Doppler personal token',
      severity: 'critical',
      source: tokens,
      anchors: ['dp.pt.'],
      pattern: /dp\.pt\.[A-Za-z\d]{38,48}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'doppler-service-account-token',
      title: 'a Doppler service account token',
      severity: 'critical',
      source: tokens,
      anchors: ['dp.sa.'],
      pattern: /dp\.sa\.[A-Za-z\d]{38,48}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'doppler-service-token',
      title: 'a Doppler service token',
      severity: 'critical',
      source: tokens,
      anchors: ['dp.st.'],
      pattern: /dp\.st\.(?:[a-z\d_-]{2,35}\.)?[A-Za-z\d]{38,48}/uy,
      minEntropy: 3.3,
    },
  ],
};
