import type { Provider } from '../core/detector.ts';

export const openshift: Provider = {
  name: 'OpenShift',
  revoke: 'oc delete useroauthaccesstokens NAME',
  formats: [
    {
      id: 'openshift-user-token',
      title: 'an OpenShift user token',
      severity: 'critical',
      source: 'https://docs.redhat.com/en/documentation/openshift_container_platform/latest/html/authentication_and_authorization/managing-oauth-access-tokens',
      anchors: ['sha256~'],
      pattern: /sha256~[\w-]{43}/uy,
      minEntropy: 3.5,
    },
  ],
};
