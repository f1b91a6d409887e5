import { decodeBase64 } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';

const keys = 'https://supabase.com/docs/guides/api/api-keys';

export const supabase: Provider = {
  name: 'Supabase',
  revoke: 'https://supabase.com/dashboard/project/_/settings/api-keys',
  formats: [
    {
      id: 'supabase-anon-key',
      title: 'a Supabase anon key (public)',
      severity: 'low',
      source: keys,
      anchors: ['eyJ'],
      near: ['supabase', 'anon'],
      pattern: /eyJ[\w-]{10,400}\.eyJ[\w-]{10,1000}\.[\w-]{43}/uy,
      accepts: (token) => /"iss": ?"supabase"/u.test(readPayload(token)) && /"role": ?"anon"/u.test(readPayload(token)),
    },
    {
      id: 'supabase-legacy-service-role-key',
      title: 'a Supabase service role key',
      severity: 'critical',
      source: keys,
      anchors: ['eyJ'],
      near: ['supabase', 'service_role'],
      pattern: /eyJ[\w-]{10,400}\.eyJ[\w-]{10,1000}\.[\w-]{43}/uy,
      // the keys of a project on one's own machine have the issuer "supabase-demo"
      accepts: (token) => !/"role": ?"anon"|"iss": ?"supabase-demo"/u.test(readPayload(token)),
    },
    {
      id: 'supabase-personal-access-token',
      title: 'a Supabase personal access token',
      severity: 'critical',
      source: 'https://supabase.com/docs/reference/api/introduction',
      anchors: ['sbp_'],
      pattern: /sbp_(?:(?:v0_)?[a-f\d]{40}|fc[a-f\d]{36,46})/uy,
      minEntropy: 3,
    },
    {
      id: 'supabase-publishable-key',
      title: 'a Supabase publishable key (public)',
      severity: 'low',
      source: keys,
      anchors: ['sb_publishable_'],
      pattern: /sb_publishable_[\w-]{22}_[\w-]{8}/uy,
      minEntropy: 3,
    },
    {
      id: 'supabase-secret-key',
      title: 'a Supabase secret key',
      severity: 'critical',
      source: keys,
      anchors: ['sb_secret_'],
      pattern: /sb_secret_[\w-]{22}_[\w-]{8}/uy,
      minEntropy: 3,
    },
  ],
};

const readPayload = (token: string): string => decodeBase64(token.split('.')[1] ?? '');
