import { toCharacters } from '../core/characters.ts';
import { toOwnText } from '../core/own-text.ts';
import { isSecretHeader, judgeGetter, judgeName } from './names.ts';

/** Reads the program without its syntax: false means that `findLoggedSecrets` finds nothing, since no name, key or call in it tells of a secret. */
export const mayLogSecret = (text: string, loggers: readonly string[] = []): boolean => mayLog(text, loggers) && (hasSource(text) || hasTellingWord(text));

/** Cheap test: false means that no sink can be in the text. */
const mayLog = (text: string, loggers: readonly string[] = []): boolean =>
  sinkWords.test(text) || loggers.some((logger) => text.includes(logger.split('.').at(-1) ?? logger));

const sinkWords = /print|std(?:out|err)|log|warn|raise|assert|echo|return|exit\b/iu;

/** Calls and fields of AWS, headers of a request, and the environment other than a variable of it or the question for one. */
function hasSource(text: string): boolean {
  if (named.test(text) || (/ecrypt|generate_data_key/u.test(text) && /kms|CiphertextBlob/iu.test(text))) return true;
  if (/\bValue\b/u.test(text) && /\bParameters?\b/u.test(text)) return true;
  return environment.test(text) || (/\b(?:headers|META)\b/u.test(text) && carrier.test(text));
}

const named = /get_?parameter|get_?secret|get_random_password|assume_role|get_session_token|create_access_key|SecretString|SecretBinary|SSMProvider|SecretsProvider|getpass/u;

const environment = /(?<!\bimport\s)\benviron\b(?!\s{0,5}(?:\[|\.\s{0,5}(?:get|setdefault|pop|keys)\b))(?:(?=\s{0,5}\.)|(?<!\bin\s{1,5}(?:os\.)?environ))|\benviron\s{1,5}as\b/u;

const carrier = /\b(?:_?request|req|event|_?response|resp|r|session|environ)\b/u;

/** Names, and texts that may be keys. The keyword `pass` is neither. */
function hasTellingWord(text: string): boolean {
  if (/['"]pass['"]/u.test(text)) return true;
  for (const [word] of text.matchAll(/[\w\u0080-\uFFFF][\w\u0080-\uFFFF-]{1,100}/gu)) if (tells(word)) return true;
  return false;
}

function tells(word: string): boolean {
  let isTelling = known.get(word);
  if (isTelling !== undefined) return isTelling;
  if (known.size > mostKnown) known.clear();
  isTelling = [toCharacters(word), ...(word.includes('-') ? word.split('-') : [])].some((name) => name !== 'pass' && (judgeName(name, ['of']) !== undefined || judgeGetter(name) !== undefined || isSecretHeader(name)));
  known.set(toOwnText(word), isTelling);
  return isTelling;
}

const known = new Map<string, boolean>();
const mostKnown = 20_000;
