import type { Provider } from '../core/detector.ts';

export const nvidia: Provider = {
  name: 'NVIDIA',
  revoke: 'https://org.ngc.nvidia.com/setup/api-keys',
  formats: [
    {
      id: 'nvidia-api-key',
      title: 'an NVIDIA API key',
      severity: 'high',
      source: 'https://docs.nvidia.com/ngc/latest/ngc-user-guide.html',
      anchors: ['nvapi-'],
      pattern: /nvapi-[\w-]{54,76}/uy,
      minEntropy: 3.5,
    },
  ],
};
