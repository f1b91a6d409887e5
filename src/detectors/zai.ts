import type { Provider } from '../core/detector.ts';

export const zai: Provider = {
  name: 'Z.ai',
  revoke: 'https://z.ai/manage-apikey/apikey-list',
  formats: [
    {
      id: 'zai-zhipu-api-key',
      title: 'a Z.ai (Zhipu) API key',
      severity: 'high',
      source: 'https://docs.z.ai/guides/overview/quick-start',
      near: ['zhipu', 'bigmodel', 'glm', 'z_ai'],
      isTelling: true,
      pattern: /[a-f\d]{32}\.[A-Za-z\d]{16}/uy,
      minEntropy: 3.3,
    },
  ],
};
