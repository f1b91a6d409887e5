import { decodeBase64 } from './checksum.ts';
import { splitWords } from './names.ts';

/** Whether a value only stands for the one that belongs there: `changeme`, `<your-token>`, `xxxx`, `abcdef…`. */
export const isPlaceholder = (value: string): boolean =>
  isPlaceholderText(value) || isEncodedPlaceholder(value) || isConstantName(value) || /^(?:<.*>|«.*»|\[[^[\]]*\]|\(.*\)|__[A-Za-z\d_]+__|@[A-Z_\d]+@|&lt;.*&gt;|!{2,5}[^!]{1,80}!{2,5}|(?:pass|env|file|fd):)$/u.test(value) || isMask(value) || isSequence(value) || isShown(value);

/** The token that jwt.io shows, with any signature, and the session tokens of AWS's documents. */
const isShown = (value: string): boolean => /eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9l/u.test(value) || /^[\w+/]{2,4}EXAMPLE/u.test(value);

/** `DB_CLUSTER_PASSWORD` in the place of what it stands for, `---your-key---`. */
const isConstantName = (value: string): boolean => /^[A-Z]{2,}(?:_[A-Z]{1,20}){0,6}_(?:PASSWORD|PASSWD|SECRET|TOKEN|KEY|APIKEY|CREDENTIALS?)$|^(?<mark>[-_*#=~+])\k<mark>{1,9}[A-Za-z][^\s]{0,80}[A-Za-z]\k<mark>{2,10}$/u.test(value);

/** Texts of words that mean "put yours here", or that say the value is made up. */
function isPlaceholderText(value: string): boolean {
  if (value.length > 200) return false;
  return (isOfFillers(value) && !endsInFigures.test(value.toLowerCase())) || madeUp.test(value) || /EXAMPLE(?:KEY)?\d{0,6}$|^Example[A-Z]/u.test(value);
}

/** A chosen password may be made of the word: the number or mark after it is there to please a policy. */
const endsInFigures = /(?:pass(?:word)?|passwd|pwd|secret)(?:\d{2}|\d*[^\w\s])[^a-z]*$/u;

/** Whether words only stand for others, whatever number follows them. */
export const isOfFillersWithNumber = (words: string): boolean => /[-_]$/u.test(words) && !/pass|pwd|secret/iu.test(words) && isOfFillers(words);

function isOfFillers(value: string): boolean {
  const words = splitWords(value.replace(/(?<![!.\d])[!.\d]+$/u, ''));
  return words.length > 0 && (words.every((word) => fillers.has(word)) || fillers.has(words.join(''))) && /[a-z]/iu.test(value);
}

/** `test` or `user:pass` in base64. */
function isEncodedPlaceholder(value: string): boolean {
  if (value.length > 40 || !/^(?=[^]{0,39}[A-Z])[A-Za-z\d+/]{6,40}={0,2}$/u.test(value)) return false;
  const text = decodeBase64(value);
  return /^[a-z]{3,20}(?::[a-z]{3,20})?$/iu.test(text) && isPlaceholderText(text);
}

/** What is called an example is one, whatever stands beside it. */
const madeUp =
  /^(?:your|my|insert|enter|put|add|paste|replace|change|some|the|an|use|set|provide|fill|type)[\s_-].*?(?:password|passwd|pass|pwd|secret|token|key|credential|here|this|value|id|own|with|in|before)|^your[a-z]*(?:password|secret|token|key)|^(?:example|sample|dummy|fake|mock|placeholder|not[\s_-]?a[\s_-]?real|wrong|incorrect|invalid|redacted)(?:[\s_-]|$|pass|secret|token|key)|^test(?:ing)?[\s_-](?:.{0,30}[\s_-])?(?:password|secret|token|key|value)s?\d*$|^not(?:[\s_-]?a)?[\s_-]?real[\s_-]?[a-z]{3,20}\d{0,3}$|^[a-z]+[\s_-]values?\d{0,3}$|[\s_-](?:goes[\s_-])?here$|(?:^|[\s_-])(?:example|placeholder|change[\s_-]?me|replace[\s_-]?me|redacted)(?:[\s_-]|$)|^(?:n\/a|hunter2|correct horse battery staple)$/iu;

/** A value of nothing but these says nothing. */
const fillers: ReadonlySet<string> = new Set(
  (
    'change changed changeme changeit me it this that replace replaced replaceme to do todo tbd fix fixme none null nil undefined nan true false yes no on off ' +
    'empty blank default example sample dummy fake mock mocked test tests testing tested secret secrets password passwords passwd pass pwd passphrase token tokens ' +
    'key keys apikey secretkey privatekey accesstoken value values val string text redacted hidden masked removed encrypted placeholder foo bar baz qux foobar ' +
    'not set unset notset unknown missing required optional insert enter put add paste use provide fill your yours my mine our the a an some any here goes go ' +
    'with in is be real own xxx xx user username name id login api app client private access auth bearer jwt session signing encryption webhook ' +
    'bot oauth credential credentials myapikey yourapikey mysecret mypassword mypass mypwd mytoken mykey yourpassword yourpass yoursecret yourtoken yourkey setme fillme'
  ).split(' '),
);

/** Runs of one character, or more than half of the text one masking character. */
function isMask(value: string): boolean {
  if (/^(.)\1*$/u.test(value)) return true;
  if (/\*{3}|•{3}|…|\.{3}|x{6}|X{6}|(?:x{4}|X{4})$/u.test(value)) return true;
  return value.length > 3 && value.replace(/[xX*•.#_-]/gu, '').length < value.length * 0.4;
}

/** `abcdef`, `123456`, `qwerty`, or a short block repeated. */
function isSequence(value: string): boolean {
  if (/^(.{2,16})\1{2,}$/u.test(value) || /^(.{6,32})\1$/u.test(value)) return true;
  if (value.length < 8) return false;
  let steps = 0;
  for (let index = 1; index < value.length; index++) {
    const step = value.charCodeAt(index) - value.charCodeAt(index - 1);
    if (step === 1 || step === 0) steps++;
  }
  return steps >= (value.length - 1) * 0.7;
}
