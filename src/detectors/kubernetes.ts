import type { Provider } from '../core/detector.ts';

export const kubernetes: Provider = {
  name: 'Kubernetes',
  revoke: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/',
  formats: [
    {
      id: 'kubeconfig-client-key',
      title: 'the client key of a kubeconfig',
      severity: 'critical',
      source: 'https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/',
      anchors: ['client-key-data', 'client_key_data', 'clientKeyData'],
      // base64 of `-----BEGIN`
      pattern: /client(?:-key-d|_key_d|KeyD)ata["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>LS0tLS1CRUdJTi[A-Za-z\d+/]{100,8000}={0,2})/uy,
      isWholeValue: true,
    },
    {
      id: 'kubernetes-bootstrap-token',
      title: 'a Kubernetes bootstrap token',
      severity: 'critical',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/',
      near: ['bootstrap', 'kubeadm'],
      pattern: /[a-z\d]{6}\.[a-z\d]{16}/uy,
      minEntropy: 3,
      accepts: (token) => /\d/u.test(token.slice(7)),
    },
  ],
};
