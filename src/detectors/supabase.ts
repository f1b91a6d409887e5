import type { Provider } from '../core/detector.ts';

export const supabase: Provider = {
  name: 'Supabase',
  formats: [
    {
      id: 'supabase-legacy-service-role-key',
      title: 'a Supabase legacy service role key',
      severity: 'critical',
      source: 'Supabase docs: guides/api/api-keys',
      anchors: ['eyJ'],
      near: ['supabase', 'service_role'],
      pattern: /eyJ[\w-]{10,400}\.eyJ[\w-]{10,1000}\.[\w-]{43}/uy,
      // SHAPE: JWT with iss supabase and role service_role (the role anon variant is public by design)
      // CONFIDENCE: medium
    },
    {
      id: 'supabase-personal-access-token',
      title: 'a Supabase personal access token',
      severity: 'critical',
      source: 'Supabase docs: platform/personal-access-tokens',
      anchors: ['sbp_'],
      pattern: /sbp_(?:v0_)?[a-f\d]{40}/uy,
      minEntropy: 3.3,
      // SHAPE: scoped variant starts sbp_fc; OAuth variant sbp_v0_
      // CONFIDENCE: high
    },
    {
      id: 'supabase-publishable-key',
      title: 'a Supabase publishable key',
      severity: 'low',
      source: 'Supabase docs: guides/api/api-keys',
      anchors: ['sb_publishable_'],
      pattern: /sb_publishable_[\w-]{22}_[\w-]{8}/uy,
      // PUBLIC
      // SHAPE: ships in clients; row level security applies
      // CONFIDENCE: high
    },
    {
      id: 'supabase-secret-key',
      title: 'a Supabase secret key',
      severity: 'critical',
      source: 'Supabase docs: guides/api/api-keys',
      anchors: ['sb_secret_'],
      pattern: /sb_secret_[\w-]{22}_[\w-]{8}/uy,
      minEntropy: 3.5,
      // SHAPE: 22-char secret, underscore, 8 chars that look like a checksum (not published)
      // CONFIDENCE: high
    },
  ],
};
