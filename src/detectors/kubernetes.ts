import type { Provider } from '../core/detector.ts';

export const kubernetes: Provider = {
  name: 'Kubernetes',
  formats: [
    {
      id: 'kubeconfig-client-key',
      title: 'a Kubernetes kubeconfig client key',
      severity: 'critical',
      source: 'Kubernetes: kubeconfig v1',
      anchors: ['client-key-data:'],
      pattern: /client-key-data:[ \t]{0,4}LS0tLS1CRUdJTi[A-Za-z\d+/]{100,8000}={0,2}/uy,
      // SHAPE: base64 of a PEM private key; certificate-authority-data and client-certificate-data are not secret
      // CONFIDENCE: high
    },
    {
      id: 'kubernetes-bootstrap-token',
      title: 'a Kubernetes bootstrap token',
      severity: 'critical',
      source: 'Kubernetes: bootstrap tokens',
      near: ['bootstrap', 'kubeadm', 'token_id'],
      pattern: /[a-z\d]{6}\.[a-z\d]{16}/uy,
      minEntropy: 3,
      // CONFIDENCE: medium
    },
  ],
};
