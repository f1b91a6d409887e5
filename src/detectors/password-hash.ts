import type { Provider } from '../core/detector.ts';

export const passwordHash: Provider = {
  name: 'Password hashes',
  formats: [
    {
      id: 'argon2-hash',
      title: 'a Password hashes argon2 hash',
      severity: 'medium',
      source: 'PHC string format',
      anchors: ['$argon2id$', '$argon2i$', '$argon2d$'],
      pattern: /(?:\$argon2id\$|\$argon2i\$|\$argon2d\$)(?:v=\d{1,3}\$)?m=\d{1,8},t=\d{1,4},p=\d{1,3}\$[A-Za-z\d+/]{8,88}\$[A-Za-z\d+/]{16,176}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'bcrypt-hash',
      title: 'a Password hashes bcrypt hash',
      severity: 'medium',
      source: '-',
      anchors: ['$2a$', '$2b$', '$2x$', '$2y$'],
      pattern: /(?:\$2a\$|\$2b\$|\$2x\$|\$2y\$)\d{2}\$[A-Za-z\d./]{53}/uy,
      // SHAPE: cost, 22-char salt, 31-char hash; $2y$ is what htpasswd -B writes
      // CONFIDENCE: high
    },
    {
      id: 'django-pbkdf2-hash',
      title: 'a Password hashes django pbkdf2 hash',
      severity: 'medium',
      source: 'Django: password storage',
      anchors: ['pbkdf2_sha256$', 'pbkdf2_sha1$'],
      pattern: /(?:pbkdf2_sha256\$|pbkdf2_sha1\$)\d{1,8}\$[A-Za-z\d]{8,64}\$[A-Za-z\d+/]{27,43}=/uy,
      // CONFIDENCE: high
    },
    {
      id: 'htpasswd-apr1-hash',
      title: 'a Password hashes htpasswd apr1 hash',
      severity: 'medium',
      source: '-',
      anchors: ['$apr1$'],
      pattern: /\$apr1\$[A-Za-z\d./]{1,8}\$[A-Za-z\d./]{22}/uy,
      // SHAPE: htpasswd line USER:HASH
      // CONFIDENCE: high
    },
    {
      id: 'htpasswd-sha1-hash',
      title: 'a Password hashes htpasswd sha1 hash',
      severity: 'medium',
      source: '-',
      anchors: ['{SHA}'],
      pattern: /\{SHA\}[A-Za-z\d+/]{27}=/uy,
      // SHAPE: htpasswd or LDAP; unsalted
      // CONFIDENCE: high
    },
    {
      id: 'ldap-ssha-hash',
      title: 'a Password hashes ldap ssha hash',
      severity: 'medium',
      source: '-',
      anchors: ['{SSHA}', '{SSHA256}', '{SSHA512}'],
      pattern: /(?:\{SSHA\}|\{SSHA256\}|\{SSHA512\})[A-Za-z\d+/]{32,140}={0,2}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'md5crypt-hash',
      title: 'a Password hashes md5crypt hash',
      severity: 'medium',
      source: 'crypt(5)',
      anchors: ['$1$'],
      pattern: /\$1\$[A-Za-z\d./]{1,8}\$[A-Za-z\d./]{22}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'sha256crypt-hash',
      title: 'a Password hashes sha256crypt hash',
      severity: 'medium',
      source: 'crypt(5)',
      anchors: ['$5$'],
      pattern: /\$5\$(?:rounds=\d{4,9}\$)?[A-Za-z\d./]{1,16}\$[A-Za-z\d./]{43}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'sha512crypt-hash',
      title: 'a Password hashes sha512crypt hash',
      severity: 'medium',
      source: 'crypt(5)',
      anchors: ['$6$'],
      pattern: /\$6\$(?:rounds=\d{4,9}\$)?[A-Za-z\d./]{1,16}\$[A-Za-z\d./]{86}/uy,
      // SHAPE: /etc/shadow, Kickstart, cloud-init
      // CONFIDENCE: high
    },
  ],
};
