import type { Provider } from '../core/detector.ts';

export const langfuse: Provider = {
  name: 'Langfuse',
  revoke: 'https://langfuse.com/faq/all/where-are-langfuse-api-keys',
  formats: [
    {
      id: 'langfuse-secret-key',
      title: 'a Langfuse secret key',
      severity: 'medium',
      source: 'https://langfuse.com/faq/all/where-are-langfuse-api-keys',
      anchors: ['sk-lf-'],
      pattern: /sk-lf-[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
    },
  ],
};
