// Puts the right checksum at the end of a made-up token. Each names the public document or standard that gives it.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const bech32Letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

const hex = (number) => number.toString(16).padStart(8, '0');

const littleEndian = (number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
};

export const checksums = {
  /** https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/; npm does the same. */
  base62: (token) => {
    const body = token.slice(token.indexOf('_') + 1, -6);
    return `${token.slice(0, -6)}${inBase(crc32(body), base62).padStart(6, '0')}`;
  },
  /** https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/ */
  hexOfBody: (token) => `${token.slice(0, -8)}${hex(crc32(token.slice(token.indexOf('_') + 1, -8).replace(/_$/u, '')))}`,
  /** https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/ */
  upperHexOfAll: (token) => `${token.slice(0, -8)}${hex(crc32(token.slice(0, -8))).toUpperCase()}`,
  /** https://grafana.com/docs/grafana/latest/administration/service-accounts/ */
  grafana: (token) => `${token.slice(0, -8)}${littleEndian(crc32(token.slice(0, 37))).toString('hex')}`,
  /** https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html */
  confluent: (token) => `${token.slice(0, -6)}${littleEndian(crc32(token.slice(4, -6))).toString('base64').slice(0, 6)}`,
  /** https://docs.gitlab.com/security/tokens/ */
  base36: (token) => `${token.slice(0, -7)}${crc32(token.slice(0, -7)).toString(36).padStart(7, '0')}`,
  /** https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki, used by age: https://age-encryption.org/v1 */
  bech32: (token) => {
    const at = token.lastIndexOf('1');
    const prefix = token.slice(0, at).toLowerCase();
    const data = [...token.slice(at + 1, -6).toLowerCase()].map((letter) => bech32Letters.indexOf(letter));
    return `${token.slice(0, -6)}${bech32Sum(prefix, data).toUpperCase()}`;
  },
};

function inBase(number, alphabet) {
  let text = '';
  for (let rest = BigInt(number); rest > 0n; rest /= BigInt(alphabet.length)) text = alphabet[Number(rest % BigInt(alphabet.length))] + text;
  return text;
}

function bech32Sum(prefix, data) {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  const values = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...data, 0, 0, 0, 0, 0, 0];
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [index, generator] of generators.entries()) if ((top >> index) & 1) sum ^= generator;
  }
  sum ^= 1;
  return [5, 4, 3, 2, 1, 0].map((index) => bech32Letters[(sum >> (index * 5)) & 31]).join('');
}

/** https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki#serialization-format */
export function base58Check(bytes) {
  const sha256 = (data) => createHash('sha256').update(data).digest();
  const all = Buffer.concat([bytes, sha256(sha256(bytes)).subarray(0, 4)]);
  return inBase(BigInt(`0x${all.toString('hex')}`), base58);
}

/** https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth */
export function nkeySeed(key) {
  const bytes = Buffer.concat([Buffer.from([149, 0]), key]);
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return base32(Buffer.concat([bytes, Buffer.from([crc & 255, crc >> 8])]));
}

/** https://www.rfc-editor.org/rfc/rfc4880#section-6.1 */
export function crc24(bytes) {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x800000 ? ((crc << 1) ^ 0x1864cfb) & 0xffffff : (crc << 1) & 0xffffff;
  }
  return Buffer.from([crc >> 16, (crc >> 8) & 255, crc & 255]).toString('base64');
}

export function base32(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? []).map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(five.padEnd(5, '0'), 2)]).join('');
}
