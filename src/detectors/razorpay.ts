import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

const keys = 'https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/';

export const razorpay: Provider = {
  name: 'Razorpay',
  revoke: keys,
  formats: [
    {
      id: 'razorpay-key-id',
      title: 'a Razorpay key id (public)',
      severity: 'low',
      source: keys,
      anchors: ['rzp_live_', 'rzp_test_'],
      pattern: /rzp_(?:live|test)_[A-Za-z\d]{14}/uy,
      pairWith: ['razorpay-key-secret'],
    },
    {
      id: 'razorpay-key-secret',
      title: 'a Razorpay key secret',
      severity: 'critical',
      source: keys,
      near: ['razorpay', 'rzp'],
      pattern: /[A-Za-z\d]{24}/uy,
      minEntropy: 3.3,
      accepts: isMachineMade,
      pairWith: ['razorpay-key-id'],
    },
  ],
};
