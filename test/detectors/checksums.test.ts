import { describe, expect, it } from 'vitest';
import { getCrc32, toBase62 } from '../../src/core/checksum.ts';
import { getCrc16 } from '../../src/core/crc16.ts';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { toBase58Check } from '../support/base58check.ts';
import { fake } from '../support/fake.ts';

const detect = createDetect(detectors);

/** What the vendor's own checksum makes of a body; the last character is one that may be changed. */
const tokens: Readonly<Record<string, string>> = {
  'bip32-extended-private-key': toBase58Check([0x04, 0x88, 0xad, 0xe4, ...Array.from({ length: 74 }, (_, index) => (index * 53 + 7) % 256)]),
  'nats-nkey-seed': toSeed(Array.from({ length: 32 }, (_, index) => (index * 29 + 5) % 256)),
  'npm-access-token': `np${'m_'}${fake.alphanumeric(30, 'npm')}${toBase62(getCrc32(fake.alphanumeric(30, 'npm')), 6)}`,
  'zuplo-consumer-api-key': `zp${'ka_'}${fake.hex(32, 'zuplo')}_${getCrc32(fake.hex(32, 'zuplo')).toString(16).padStart(8, '0')}`,
};

describe('a checksum', () => {
  it.each(Object.entries(tokens))('of %s leaves it as it is where it holds', (id, token) => {
    const { severity } = detectors.find((detector) => detector.id === id) ?? {};
    expect(detect.tokens(token)[0]).toMatchObject({ detectorId: id, severity, title: expect.not.stringContaining('checksum') as string });
  });

  it.each(Object.entries(tokens))('of %s that fails is said, and fails nothing', (id, token) => {
    const other = /[a-f]$/u.test(token) ? '2' : /[A-Z]$/u.test(token) && !token.endsWith('B') ? 'B' : 'd';
    expect(detect.tokens(`${token.slice(0, -1)}${id.startsWith('nats') ? (token.endsWith('A') ? 'Q' : 'A') : other}`)[0]).toMatchObject({ detectorId: id, severity: 'low', title: expect.stringContaining('its checksum does not match') as string });
  });
});

/** The seed of a user's key: two bytes that say so, the seed, the checksum. */
function toSeed(seed: readonly number[]): string {
  const bytes = [0x95, 0x00, ...seed];
  const check = getCrc16(bytes);
  const bits = [...bytes, check & 255, check >> 8].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? []).map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(digit.padEnd(5, '0'), 2))).join('');
}
