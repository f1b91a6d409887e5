// Values of several lines: keys and certificates with an inside that looks right (DER lengths, OpenSSH fields, armor CRC).
import { crc24 } from './checksums.mjs';

const wrap = (bytes, width = 64) => (bytes.toString('base64').match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join('\n');
const frame = (label, inside) => `-----BEGIN ${label}-----\n${inside}\n-----END ${label}-----`;
const der = (random, length) => Buffer.concat([Buffer.from([0x30, 0x82, length >> 8, length & 255, 2, 1, 0]), random.bytes(length - 3)]);
const keyLabels = { rsa: 'RSA', ec: 'EC', dsa: 'DSA', pkcs8: '', encrypted: 'ENCRYPTED' };
const keyLengths = { rsa: 600, ec: 118, dsa: 440, pkcs8: 620, encrypted: 660 };

const field = (bytes) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/** https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key */
function openssh(random) {
  const publicKey = Buffer.concat([field(Buffer.from('ssh-ed25519')), field(random.bytes(32))]);
  const none = field(Buffer.from('none'));
  return Buffer.concat([Buffer.from('openssh-key-v1\0'), none, none, field(Buffer.alloc(0)), Buffer.from([0, 0, 0, 1]), field(publicKey), field(Buffer.concat([random.bytes(8), publicKey, field(random.bytes(64)), field(Buffer.from('me@host'))]))]);
}

const privateKey = (random, kind = 'rsa') =>
  kind === 'openssh' ? frame(['OPENSSH', 'PRIVATE KEY'].join(' '), wrap(openssh(random), 70)) : frame([keyLabels[kind], 'PRIVATE KEY'].join(' ').trim(), wrap(der(random, keyLengths[kind])));

const armor = (label, bytes) => frame(label, `\n${wrap(bytes)}\n=${crc24(bytes)}`);

export const blocks = {
  pem: privateKey,
  /** On one line, with `\n` written out. */
  pemLine: (random, kind = 'pkcs8') => `${privateKey(random, kind).replaceAll('\n', '\\n')}\\n`,
  pemIndented: (random, width = 4) => privateKey(random, 'rsa').replaceAll('\n', `\n${' '.repeat(Number(width))}`),
  pem64: (random, kind = 'rsa') => Buffer.from(`${privateKey(random, kind)}\n`).toString('base64'),
  cert: (random, label = 'CERTIFICATE') => frame(label, wrap(der(random, 700))),
  certLine: (random) => frame('CERTIFICATE', wrap(der(random, 500))).replaceAll('\n', '\\n'),
  cert64: (random) => Buffer.from(frame('CERTIFICATE', wrap(der(random, 500)))).toString('base64'),
  publicKey: (random) => frame('PUBLIC KEY', wrap(der(random, 290))),
  sshPublic: (random) => `ssh-ed25519 ${Buffer.concat([field(Buffer.from('ssh-ed25519')), field(random.bytes(32))]).toString('base64')}`,
  sshRsaPublic: (random) => `ssh-rsa ${Buffer.concat([field(Buffer.from('ssh-rsa')), field(Buffer.from([1, 0, 1])), field(random.bytes(257))]).toString('base64')}`,
  pgpPrivate: (random) => armor(['PGP', 'PRIVATE KEY BLOCK'].join(' '), random.bytes(700)),
  pgpPublic: (random) => armor('PGP PUBLIC KEY BLOCK', random.bytes(600)),
  base64Lines: (random, count = 6) => wrap(random.bytes(48 * Number(count))),
};
