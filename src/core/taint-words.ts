const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Members that are the thing itself: `secret.value`. */
export const carriers = set('value text raw plain plaintext string content current');

/** A value that these stand in the name of has been made safe. */
export const safeWords = set(
  'masked mask masker redacted redact redactor censored censor obfuscated obfuscate sanitized sanitised sanitize sanitise sanitizer scrubbed scrub safe ' +
    'hidden hide conceal concealed anonymized anonymize anonymise pseudonymize stripped omit omitted pick hashed hash hasher hmac digest ' +
    'fingerprint checksum md5 sha sha1 sha256 sha512 bcrypt argon2 scrypt pbkdf2 encrypted encrypt cipher encipher seal sealed truncated ' +
    'truncate shortened shorten abbreviate ellipsize elided partial preview',
);

/** What tells of a secret without giving it away. */
export const barrierWords = set('length count size strength score policy entropy zxcvbn');

/** Functions that tell about their argument instead of passing it on. */
export const barrierVerbs = set(
  'is has have had can should must needs check validate verify assert compare equals matches test count measure score exists ensure parse ' +
    'byte timing',
);

/** Functions that give what they are named after. */
export const getterVerbs = set('get fetch load read resolve retrieve obtain lookup acquire decrypt ask prompt request find require build make use');

/** Objects that hold texts and constants about things, not the things. */
export const listings = set(
  'errors messages message labels label strings translations translation i18n placeholders hints validators validations rules types type names ' +
    'name codes code events event constraints schema schemas shape columns selectors classes styles icons theme touched dirty locale lang kinds kind',
);

/** A step of a path that stands for an element of a list. */
export const isElement = (step: string): boolean => step === '*' || step === '?' || /^\d+$/u.test(step);
