/** What a value looks like, whatever its name. Only `opaque` and `guessable` can be secrets. */
export type ValueClass =
  | 'empty'
  | 'placeholder'
  | 'reference'
  | 'template'
  | 'path'
  | 'url'
  | 'uuid'
  | 'plain'
  | 'words'
  | 'identifier'
  | 'pattern'
  | 'alphabet'
  | 'data'
  /** Short or word-like, as people choose passwords. */
  | 'guessable'
  /** Random enough for a machine-made secret. */
  | 'opaque';

export function classifyValue(value: string): ValueClass {
  const trimmed = value.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > 8192) return 'data';
  for (const [valueClass, test] of tests) if (test(trimmed)) return valueClass;
  return isRandom(trimmed) ? 'opaque' : 'guessable';
}

/**
 * Whether a text looks machine-made. The measure is fair to short texts: character classes and their changes, and the
 * share of neighbouring letters that are common neighbours in English, not Shannon entropy, which a short text cannot have.
 */
export function isRandom(text: string): boolean {
  if (text.length < 8) return false;
  // letters of other alphabets make words, not keys
  if (/[^\u0000-\u007F]{3}/u.test(text)) return false;
  if (/^[\da-f]+$/iu.test(text)) return text.length >= 16 && new Set(text.toLowerCase()).size >= 7;
  const classes = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^A-Za-z\d]/u].filter((expression) => expression.test(text)).length;
  if (classes < 2 && text.length < 16) return getWordLikeness(text) < 0.3;
  return getWordLikeness(text) < 0.62 && new Set(text).size >= Math.min(8, text.length * 0.4);
}

/** Share of neighbouring letters that are common in English text, 0 to 1; 0 where there are no two letters in a row. */
export function getWordLikeness(text: string): number {
  let pairs = 0;
  let common = 0;
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2);
    if (!/^[A-Za-z]{2}$/u.test(pair)) {
      // a change between letter and digit is as unlike a word as a rare pair of letters
      if (/^(?:[A-Za-z]\d|\d[A-Za-z])$/u.test(pair)) pairs++;
      continue;
    }
    pairs++;
    if (/^[a-z][A-Z]$/u.test(pair)) continue;
    if (commonPairs.has(pair.toLowerCase())) common++;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/** Letter pairs that make up most of English text (counts of Norvig's study of the Google books corpus). */
const commonPairs: ReadonlySet<string> = new Set(
  (
    'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ' +
    'ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie ' +
    'wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab ' +
    'gh ty op wo sa ay ex ke ui bo ck ey ds av rd rm pt ag ef up ap ue da qu gr rn ov if rk cl ew fr gi tt bu ep ga rr oo ff sp ' +
    'sw ls ub ob ks ok ty ak ip dd ys ws xt xp ft lf od ud ug um br cr dr gu fa fu go ju ke ki ld lt mb mm my nk nn nf nl ' +
    'nu ny oa og oi oy pp pu ps rc rg ru rv sc sk sl sm sn sy tl tw ua va vo ye yp yo zi ze bi ba by cy dm'
  ).split(' '),
);

const isPlaceholder = (value: string): boolean =>
  isPlaceholderWord(value) ||
  /^(?:<[^<>]*>|\[[^[\]]*\]|\(.*\)|__[A-Za-z\d_]+__|@[A-Z_\d]+@)$/u.test(value) ||
  isMask(value) ||
  isSequence(value);

/** Whole values that mean "put yours here". */
const isPlaceholderWord = (value: string): boolean =>
  /^(?:change[\s_-]?(?:me|it|this)|changed?|replace[\s_-]?(?:me|this|it)|replaceme|to[\s_-]?do|tbd|fix[\s_-]?me|none|null|nil|undefined|true|false|yes|no|on|off|empty|default|example|sample|dummy|fake|mock|test|testing|tests|secret|secrets|password|passwd|pass|pwd|token|key|apikey|api[\s_-]key|value|string|redacted|hidden|masked|removed|encrypted|foo|bar|baz|qux|foobar|placeholder|not[\s_-]?set|unset|n\/a|hunter2|xxx+|todo|insert|user|username|admin123456|correct horse battery staple)[!.\d]*$/iu.test(
    value,
  ) ||
  /^(?:your|my|insert|enter|put|add|paste|replace|change|some|any|the|a|an|use|set|provide|fill|type)[\s_-]+.*?(?:password|passwd|pass|pwd|secret|token|key|credential|here|this|value|id|own|with|in|before)/iu.test(value) ||
  /^(?:your|my)[A-Z][A-Za-z]*$/u.test(value) ||
  /(?:[\s_-](?:goes[\s_-])?here|[\s_-]placeholder|[\s_-]example|EXAMPLE(?:KEY)?)$/u.test(value) ||
  /^(?:example|sample|dummy|fake|mock|placeholder|not[\s_-]?a[\s_-]?real|invalid|redacted)(?:[\s_-]|$)/iu.test(value) ||
  /(?:^|[\s_-])(?:example|placeholder|changeme|change[_-]me|replaceme|replace[_-]me|redacted)(?:[\s_-]|$)/iu.test(value);

/** Runs of one character, or more than half of the text one masking character. */
function isMask(value: string): boolean {
  if (/^(.)\1*$/u.test(value)) return true;
  if (/\*{3}|•{3}|…|\.{3}$|x{6}|X{6}/u.test(value)) return true;
  return value.length > 3 && value.replace(/[xX*•.#_-]/gu, '').length < value.length * 0.4;
}

/** `abcdef`, `123456`, `qwerty`, or a short block repeated. */
function isSequence(value: string): boolean {
  if (/^(.{2,8})\1{2,}$/u.test(value)) return true;
  if (value.length < 8) return false;
  let steps = 0;
  for (let index = 1; index < value.length; index++) {
    const step = value.charCodeAt(index) - value.charCodeAt(index - 1);
    if (step === 1 || step === 0) steps++;
  }
  return steps >= (value.length - 1) * 0.7;
}

/** References of the common tools: the value is elsewhere. */
const isReference = (value: string): boolean =>
  /^(?:process\.env\b|import\.meta\.env\b|os\.(?:environ|getenv)|ENV\[|System\.getenv|env\(|config\(|getenv\(|(?:var|local|data|module)\.[A-Za-z_]|vault[:/(]|ref\+|op:\/\/|bws:\/\/|doppler:\/\/|sm:\/\/|ssm:|awsps?:|secretsmanager:|secret:\/\/|keyvault:|projects\/[^/]+\/secrets\/|@Microsoft\.KeyVault\(|ENC\[|ENC\(|enc:|encrypted:|secure:|\$ANSIBLE_VAULT|AQICAH|!\w|arn:aws)/u.test(
    value,
  ) || /^%[A-Za-z_][\w.-]*%$|^\$[A-Za-z_]\w*$|^:[a-z_]\w*$/u.test(value);

/** A part is filled in later: the text itself holds no secret, or only around the hole (the URL detector looks there). */
const isTemplate = (value: string): boolean =>
  /\$\{[^}]*\}|\{\{.*\}\}|\$\([^)]*\)|<%.*%>|#\{[^}]*\}|%\{[^}]*\}|^%[sdv]$|%\([a-z_]+\)s|\{\d*\}|<[a-z][\w .-]*>/u.test(value);

const isPath = (value: string): boolean =>
  /^(?:~|\.{1,2})?\/(?:[\w.@:~-]+\/?)+\/?$/u.test(value) && /[a-z]{3}/iu.test(value) && !isRandomSegment(value)
  || /^[A-Za-z]:\\/u.test(value)
  || /^(?:[\w.-]+\/)+[\w.-]+\.[a-z]{1,5}$/u.test(value)
  || /^[\w-]+(?:\.[\w-]+)*\.(?:json|ya?ml|pem|key|crt|txt|env|conf|cfg|ini|toml|js|ts|py|sh|html?|css|p12|jks|xml)$/iu.test(value)
  || /^[a-z][\w-]*(?:\/[a-z][\w-]*){1,}$/u.test(value) && getWordLikeness(value) > 0.5;

const isRandomSegment = (value: string): boolean => value.split('/').some((segment) => segment.length >= 20 && isRandom(segment));

/** URLs without a password; those with one are a detector's business. */
const isUrl = (value: string): boolean => /^[a-z][a-z\d+.-]*:\/\/[^\s:@/]*(?:[:/?#].*)?$/iu.test(value) && !/:\/\/[^/?#\s]*@/u.test(value);

const isUuid = (value: string): boolean => /^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/iu.test(value);

/** Numbers, versions, dates, durations, e-mail addresses, media types, URNs. */
const isPlain = (value: string): boolean =>
  /^(?:[+-]?\d{1,7}(?:\.\d+)?(?:ms|s|m|h|d|px|%|[kKmMgG]i?[bB])?|v?\d+\.\d+(?:\.\d+)*(?:-[\w.]+)?|\d{4}-\d\d-\d\d.*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[a-z]+\/[a-z\d.+-]+|urn:.*|\d{1,3}(?:\.\d{1,3}){3}|#[\da-f]{3,8})$/iu.test(value) &&
  !/@[^.]*$/u.test(value);

/** Sentences and labels: words of letters with spaces between. */
const isWords = (value: string): boolean =>
  /\s/u.test(value) &&
  (/^[\p{L}\p{M}'’",;:.!?()\s\d%/&*+=<>|-]+$/u.test(value) &&
    value.split(/\s+/u).filter((word) => /^[\p{L}'’",;:.!?()-]+$/u.test(word)).length >= value.split(/\s+/u).length * 0.6);

/** Identifier-like: words of letters joined by one kind of mark or by case, such as `ERR_TOKEN_EXPIRED` or `current-password`. */
const isIdentifier = (value: string): boolean => {
  if (!/^[A-Za-z_$][\w$.:@/[\]-]*$/u.test(value) || /\d{3}/u.test(value)) return false;
  const words = value
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .split(/[^A-Za-z]+/u)
    .filter((word) => word.length > 1);
  if (words.length < 2) return false;
  const digits = value.replace(/\D/gu, '').length;
  return digits <= 2 && words.every((word) => getWordLikeness(word) >= 0.5 || word.length <= 4) && getWordLikeness(words.join(' ')) >= 0.62;
};

const isPattern = (value: string): boolean =>
  /\(\?[:=!<]|\[\^?[\w\\]-[\w\\]|\\[dwsb][+*{)]?|\{\d+,\d*\}|^\^.*\$$|\.\*|^\/.+\/[gimsuy]*$/u.test(value) ||
  /^(?:rgba?|hsla?|var|calc|url|linear-gradient)\(/u.test(value);

/** Alphabets for encodings: nearly every character once, mostly in order. */
function isAlphabet(value: string): boolean {
  if (value.length < 16 || new Set(value).size < value.length * 0.95) return false;
  let ordered = 0;
  for (let index = 1; index < value.length; index++) {
    const step = value.charCodeAt(index) - value.charCodeAt(index - 1);
    if (step > 0 && step <= 3) ordered++;
  }
  return ordered >= value.length * 0.7;
}

/** Data and digests that are public by their shape. */
const isData = (value: string): boolean =>
  /^(?:data:[a-z]+\/|sha(?:1|256|384|512)[-:]|md5[-:]|iVBORw0KGgo|\/9j\/|R0lGOD|JVBERi0|UEsDB|H4sI|AGFzbQ|d09G|ssh-(?:rsa|ed25519|dss) |ecdsa-sha2|age1|-----BEGIN (?:CERTIFICATE|[A-Z ]*PUBLIC KEY|PGP (?:PUBLIC|MESSAGE|SIGNATURE)))/u.test(
    value,
  ) || /^\$(?:2[abxy]|5|6|argon2\w*|pbkdf2[\w-]*|scrypt)\$/u.test(value) || /^[[{].*[\]}]$/su.test(value);

const tests: readonly (readonly [ValueClass, (value: string) => boolean])[] = [
  ['placeholder', isPlaceholder],
  ['reference', isReference],
  ['template', isTemplate],
  ['uuid', isUuid],
  ['data', isData],
  ['pattern', isPattern],
  ['alphabet', isAlphabet],
  ['plain', isPlain],
  ['url', isUrl],
  ['path', isPath],
  ['identifier', isIdentifier],
  ['words', isWords],
];
