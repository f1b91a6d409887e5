import type { Provider } from '../core/detector.ts';

const crypt = 'https://man7.org/linux/man-pages/man5/crypt.5.html';
const htpasswd = 'https://httpd.apache.org/docs/current/misc/password_encryptions.html';

export const passwordHash: Provider = {
  name: 'Password hashes',
  revoke: 'Change the password: a hash gives away a weak one.',
  formats: [
    {
      id: 'argon2-hash',
      title: 'an Argon2 password hash',
      severity: 'medium',
      source: 'https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md',
      anchors: ['$argon2id$', '$argon2i$', '$argon2d$'],
      pattern: /\$argon2(?:id|i|d)\$(?:v=\d{1,3}\$)?m=\d{1,8},t=\d{1,4},p=\d{1,3}\$[A-Za-z\d+/]{8,88}\$[A-Za-z\d+/]{16,176}/uy,
    },
    {
      id: 'bcrypt-hash',
      title: 'a bcrypt password hash',
      severity: 'medium',
      source: crypt,
      anchors: ['$2a$', '$2b$', '$2x$', '$2y$'],
      // in a Compose file each dollar sign is doubled
      pattern: /\$2[abxy]\${1,2}\d{2}\${1,2}[A-Za-z\d./]{53}/uy,
    },
    {
      id: 'django-pbkdf2-hash',
      title: 'a Django password hash',
      severity: 'medium',
      source: 'https://docs.djangoproject.com/en/stable/topics/auth/passwords/',
      anchors: ['pbkdf2_sha256$', 'pbkdf2_sha1$'],
      pattern: /pbkdf2_sha(?:256|1)\$\d{1,8}\$[A-Za-z\d]{8,64}\$[A-Za-z\d+/]{27,43}=/uy,
    },
    {
      id: 'htpasswd-apr1-hash',
      title: 'an htpasswd MD5 password hash',
      severity: 'medium',
      source: htpasswd,
      anchors: ['$apr1$'],
      pattern: /\$apr1\${1,2}[A-Za-z\d./]{1,8}\${1,2}[A-Za-z\d./]{22}/uy,
    },
    {
      id: 'htpasswd-sha1-hash',
      title: 'an unsalted SHA-1 password hash',
      severity: 'medium',
      source: htpasswd,
      anchors: ['{SHA}'],
      pattern: /\{SHA\}[A-Za-z\d+/]{27}=/uy,
    },
    {
      id: 'ldap-ssha-hash',
      title: 'an LDAP password hash',
      severity: 'medium',
      source: 'https://www.openldap.org/doc/admin26/security.html#Password%20Storage',
      anchors: ['{SSHA}', '{SSHA256}', '{SSHA512}'],
      pattern: /\{SSHA(?:256|512)?\}[A-Za-z\d+/]{32,140}={0,2}/uy,
    },
    {
      id: 'md5crypt-hash',
      title: 'an MD5 password hash of crypt',
      severity: 'medium',
      source: crypt,
      anchors: ['$1$'],
      pattern: /\$1\${1,2}[A-Za-z\d./]{1,8}\${1,2}[A-Za-z\d./]{22}/uy,
    },
    {
      id: 'sha256crypt-hash',
      title: 'a SHA-256 password hash of crypt',
      severity: 'medium',
      source: crypt,
      anchors: ['$5$'],
      pattern: /\$5\${1,2}(?:rounds=\d{4,9}\${1,2})?[A-Za-z\d./]{1,16}\${1,2}[A-Za-z\d./]{43}/uy,
    },
    {
      id: 'sha512crypt-hash',
      title: 'a SHA-512 password hash of crypt',
      severity: 'medium',
      source: crypt,
      anchors: ['$6$'],
      pattern: /\$6\${1,2}(?:rounds=\d{4,9}\${1,2})?[A-Za-z\d./]{1,16}\${1,2}[A-Za-z\d./]{86}/uy,
    },
    {
      id: 'yescrypt-hash',
      title: 'a yescrypt password hash',
      severity: 'medium',
      source: crypt,
      anchors: ['$y$', '$gy$'],
      pattern: /\$g?y\$[A-Za-z\d./]{3,8}\$[A-Za-z\d./]{4,86}\$[A-Za-z\d./]{43}/uy,
    },
  ],
};
