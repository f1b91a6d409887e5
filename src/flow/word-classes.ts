import { toCharacters } from '../core/characters.ts';
import { nameStems } from '../core/names.ts';
import { getterVerbs } from '../core/taint-words.ts';
import type { Skim } from '../ecmascript/skim.ts';
import { contextMethods, logMethods } from './loggers.ts';
import { getWords, judgeName } from './names.ts';
import { isOfLogin, isQualifiedPass, isSecretHeader, loginNames } from './sources.ts';

/** What a word is wherever it stands: bits of its class. */
export const isHotName = 1;
export const isAws = 2;
export const isHeaders = 4;
export const isClientPart = 8;
export const isEnvironment = 16;
export const isGetter = 32;
export const isTokens = 64;
export const isClassName = 128;
export const isAnySink = 256;
export const isLogMethod = 512;
export const isPasser = 1024;
const isKnown = 2048;
export const isPass = 4096;
export const isParameter = 8192;
/** One of those that speak of logins. */
export const isLogin = 16_384;
export const isRenderPass = 32_768;

/** What may be a secret's. */
export const isAnyHot = isHotName | isAws | isHeaders | isClientPart | isEnvironment | isParameter;

/** The class of the word of a number, found out once for all programs. */
export const getClass = ({ words }: Skim, number: number): number => words.classes[number] || (words.classes[number] = classify(words.get(number)) | isKnown);

/** Most words are none of these, and one look tells. */
export function classify(word: string): number {
  const text = toCharacters(word);
  const first = text.charCodeAt(0);
  let bits = listed.get(text) ?? 0;
  if (mayTell(text)) bits |= classifyTelling(text);
  if (first >= 65 && first <= 90 && isSmall(text.charCodeAt(1))) bits |= isClassName;
  if (text.startsWith('require') || text.startsWith('ansi')) bits |= isPasser;
  return bits;
}

/** Whether a word, or a part of a text, can be a name of a secret, a call of AWS or a function that prints. */
export const mayTell = (text: string): boolean => nameStems.test(text) || otherStems.test(text.toLowerCase());

/** Of what has none of `nameStems`: headers, connections, calls of AWS, functions that print. */
const otherStems = /auth|cookie|dotenv|(?:ur[li]|dsn|string)(?!\w)|parameter|ssmprovider|assumerole|decrypt|^log|log(?:ger)?$|debug|(?:error|exception|reject|printf?)$/u;

function classifyTelling(text: string): number {
  let bits = 0;
  if (isTelling(text)) bits |= isHotName | (isGetterName(text) ? isGetter : 0);
  if ((awsCalls.some((part) => text.includes(part)) && !text.endsWith('Error')) || isDecryption(text)) bits |= isAws | (isGetterName(text) ? isGetter : 0);
  if (/[tT]oken/u.test(text) && isOtherTokenWord(text)) bits |= isTokens;
  if (isSinkName(text)) bits |= isAnySink;
  if (isQualifiedPass(text)) bits |= isRenderPass;
  return bits;
}

export const isTelling = (text: string): boolean => text === 'dotenv' || isSecretHeader(text) || judgeName(text, ['env']) !== undefined;

const isSmall = (code: number): boolean => code >= 97 && code <= 122;

function isGetterName(text: string): boolean {
  const words = getWords(text);
  return words.length > 1 && getterVerbs.has(words[0] ?? '');
}

/** A token that is none of a login, by its own words. */
function isOtherTokenWord(text: string): boolean {
  const own = [...getWords(text)];
  while (own.length > 1 && carried.has(own.at(-1) ?? '')) own.pop();
  const last = own.at(-1);
  return (last === 'token' || last === 'tokens') && !(own.length > 1 && own.some(isOfLogin));
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const carried = set('value text raw plain plaintext string content current');

/** Operations whose results hold secrets (see `aws.ts`). */
const awsCalls =
  'getParameter GetParameter getSecret GetSecret ParametersBy SecretString SecretBinary SSMProvider SecretsProvider enerateDataKey ssumeRole etSessionToken reateAccessKey etAuthorizationToken etRandomPassword'.split(' ');

const isDecryption = (text: string): boolean => /^[dD]ecrypt/u.test(text) && /^.ecrypt(?:Command\w*|Result|Response)?$/u.test(text);

/** What a function that prints is called. */
const isSinkName = (text: string): boolean =>
  ((text.startsWith('log') || text.startsWith('Log')) && !isLoginName(text)) || text.includes('debug') || text.includes('Debug') || sinkEnds.some((end) => text.endsWith(end)) || (text.length > 3 && (text.endsWith('Log') || text.endsWith('Logger')));

/** `login`, `logoutUser` */
const isLoginName = (text: string): boolean => /^.og(?:in|out|on)(?![a-z])/u.test(text);

const sinkEnds = ['Error', 'Exception', 'reject', 'print', 'printf'];

/** The names of methods that print. */
const sinks = 'log info warn warning err error debug trace verbose fatal silly notice crit alert emerg success fail note child setFailed appendKeys addContext emitWarning writeSync write dir table assert';

/** Functions that give back what they are given, or hand it to a callback (see `calls.ts`); and keywords before a bracket. */
const passing =
  'stringify String inspect inspectObject safeStringify fastStringify serialize dump format formatWithOptions sprintf concat join trim trimStart trimEnd ' +
  'toString toUpperCase toLowerCase toLocaleString normalize valueOf replace replaceAll slice substring substr padEnd padStart repeat split at from of ' +
  'resolve all any race allSettled then catch finally map flatMap filter forEach reduce reduceRight find findLast pop shift values entries fromEntries ' +
  'assign freeze seal structuredClone clone cloneDeep unref toRaw pRetry parse encode decode btoa atob encodeURIComponent decodeURIComponent encodeURI ' +
  'decodeURI escape unescape get getOrThrow getString fetch read value getItem getSetting getConfig getRequired header env config getEnv requireEnv ' +
  'getenv setting getParam getArg flat reverse toReversed sort toSorted required optional promise send execute Map Set Object URLSearchParams Buffer ' +
  'await return if while for switch typeof void yield throw case in of new delete else do instanceof push dim bold red green blue yellow cyan magenta ' +
  'gray grey chalk kleur colorette pc picocolors c styleText s f t util color colors';

const listed = new Map<string, number>();
for (const [bits, words] of [
  [isHeaders, 'headers rawHeaders multiValueHeaders cookies signedCookies'.split(' ')],
  [isClientPart, ['config', 'request', 'response']],
  [isEnvironment, ['env']],
  [isPass, ['pass', 'passes']],
  [isParameter, ['Parameter', 'Parameters']],
  [isLogin, loginNames],
  [isAnySink, sinks.split(' ')],
  [isLogMethod, [...logMethods, ...contextMethods]],
  [isPasser, passing.split(' ')],
] as const) for (const text of words) listed.set(text, (listed.get(text) ?? 0) | bits);
