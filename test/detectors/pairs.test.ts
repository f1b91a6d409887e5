import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { fake } from '../support/fake.ts';

const detect = createDetect(detectors);

/** Both halves of a credential, as lines of a .env file. */
const pairs: readonly (readonly [first: string, firstLine: string, second: string, secondLine: string])[] = [
  ['twilio-account-sid', `TWILIO_ACCOUNT_SID=AC${fake.hex(32, 'sid')}`, 'twilio-auth-token', `TWILIO_AUTH_TOKEN=${fake.hex(32, 'auth')}`],
  ['twilio-api-key-sid', `TWILIO_API_KEY=SK${fake.hex(32, 'key')}`, 'twilio-api-key-secret', `TWILIO_API_SECRET=${fake.alphanumeric(32, 'secret')}`],
  ['paypal-client-id', `PAYPAL_CLIENT_ID=A${fake.base64url(79, 'id')}`, 'paypal-client-secret', `PAYPAL_CLIENT_SECRET=E${fake.base64url(79, 'secret')}`],
  ['razorpay-key-id', `RAZORPAY_KEY_ID=rzp${'_live_'}${fake.alphanumeric(14, 'id')}`, 'razorpay-key-secret', `RAZORPAY_KEY_SECRET=${fake.alphanumeric(24, 'secret')}`],
];

describe.each(pairs)('%s', (first, firstLine, second, secondLine) => {
  const find = (text: string): string[] => detect.tokens(text).map(({ detectorId, severity, title }) => `${detectorId} ${severity}${title.includes('beside it') ? ' beside' : ''}`);
  const severities = Object.fromEntries(detectors.map(({ id, severity }) => [id, severity]));

  it('is found alone', () => expect(find(firstLine)).toEqual([`${first} ${severities[first] ?? ''}`]));
  it('leaves the other half found alone', () => expect(find(secondLine)).toEqual([`${second} ${severities[second] ?? ''}`]));
  it('weighs as much as the other half beside it', () => {
    expect(find(`${firstLine}\n${secondLine}\n`)).toEqual([`${first} critical beside`, `${second} critical beside`]);
    expect(find(`${secondLine}\n# comment\n\n${firstLine}\n`)).toEqual([`${second} critical beside`, `${first} critical beside`]);
  });
});
