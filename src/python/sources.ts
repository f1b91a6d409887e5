import { comparesToken } from '../core/compared-tokens.ts';
import { splitWords } from '../core/names.ts';
import { classifyValue } from '../core/value.ts';
import { isElement, isSafeName, isSecretHeader, judgeName, judgePath } from './names.ts';
import { quoteName, type Taint, type Verdict } from '../core/taint.ts';
import { judgeAwsPath } from './aws.ts';
import type { Expression } from './nodes.ts';
import type { Path } from './scope.ts';
import { getLastName } from './syntax.ts';

/** What is known of a file as a whole. */
export interface FileFacts {
  /** Its tokens are those of a text. */
  readonly hasOtherTokens: boolean;
}

/** Looks at the file only when a token is met. */
export function createFacts(names: ReadonlySet<string>, text: string): FileFacts {
  let hasOtherTokens: boolean | undefined;
  return {
    get hasOtherTokens() {
      return (hasOtherTokens ??= [...names].some((name) => otherTokens.test(name)) || comparesToken(text.toLowerCase()));
    },
  };
}

/** Libraries and names of programs that take texts apart; in a rotation of Secrets Manager a token names a version. */
const otherTokens =
  /^(?:spacy|nltk|nlp|tiktoken|transformers|tokenize|\w*[tT]okeni[sz]er?|detokenize|\w*_tokenize|generate_tokens|sentencepiece|lemma_|pos_|pygments|ply|sqlparse|input_ids|\w*[lL]exer|(?:next|peek|consume|expect|prev)_token|token_type|wordchars|read_token|vocab|logits|max_tokens|prompt_tokens|n_tokens|num_tokens|update_secret_version_stage)$/u;

export const wholeEnvironment: Taint = { kind: 'logged-environment', severity: 'high', label: 'The whole environment', isByName: false };

/** The environment of the process: the whole of it, or a variable by its name. `path` begins below `os.environ`. */
export function judgeEnvironment(path: Path): Verdict {
  const [name] = path;
  if (name === undefined) return wholeEnvironment;
  // a loop over a mapping gives its keys
  if (name === '*') return 'clean';
  if (name === '?' || path.length > 1) return 'unknown';
  const taint = judgeName(name, ['env']);
  if (taint === undefined) return 'clean';
  return { ...taint, kind: 'logged-environment', label: `The environment variable ${quoteName(name)}`, subject: { name, path: [] } };
}

/** A value of which nothing is known but the names on the way to it. `root`: the variable it is read from. */
export function judgeNames(root: string | undefined, path: Path, facts: FileFacts): Verdict {
  const aws = judgeAwsPath(path);
  if (aws !== undefined) return aws;
  const steps = root === undefined ? [...path] : [root, ...path];
  const headers = steps.findLastIndex((step) => step === 'headers' || step === 'META');
  if (headers > 0) return judgeHeaders(steps[headers - 1] ?? '', steps.slice(headers + 1));
  // a personal access token elsewhere, a pattern in Python
  if (isOtherToken(steps, facts) || steps.at(-1) === 'pat') return 'clean';
  return judgePath(root === 'self' || root === 'cls' ? undefined : root, path) ?? 'unknown';
}

/** The headers of a request, as Flask, Django, requests, httpx and API Gateway name them. */
function judgeHeaders(owner: string, [header]: Path): Verdict {
  const isCarrier = /^(?:_?request|req|event|_?response|resp|r|session|environ)$/u.test(owner);
  if (header === undefined || header === '*') return isCarrier ? toRequest('The headers object', 'medium') : 'unknown';
  return isSecretHeader(header) ? { ...toRequest(`The ${quoteName(header)} header`, 'high'), subject: { name: header, path: ['headers'] } } : 'clean';
}

const toRequest = (label: string, severity: Taint['severity']): Taint => ({ kind: 'logged-request', severity, label, isByName: false });

/** `token` beside `tokenizer` is a word, and so is `token.text`; of several tokens in a row each is one. */
export const isOtherToken = (steps: Path, facts: FileFacts): boolean =>
  steps.some(isBareToken) && (facts.hasOtherTokens || (isElement(steps.at(-1) ?? '') && isBareToken(steps.findLast((step) => !isElement(step)) ?? '') && steps.some((step) => /tokens$/iu.test(step))));

function isBareToken(name: string): boolean {
  const words = splitWords(name);
  return /^tokens?$/u.test(words.at(-1) ?? '') && !words.some((word) => loginWords.has(word));
}

const loginWords: ReadonlySet<string> = new Set('access refresh id auth authorization oauth api bearer session jwt login reset verification bot github gitlab npm slack discord device personal deploy registry secret client hf'.split(' '));

/** What a key says of a value that says nothing itself. */
export function judgeProperty(key: string): Verdict {
  if (isSafeName(key)) return 'clean';
  return judgeName(key) ?? (isSecretHeader(key) ? toRequest(`The ${quoteName(key)} header`, 'high') : 'unknown');
}

/** A literal beats the name that holds it: masks, messages and placeholders are clean; what may be a secret is left to the name. */
export function judgeLiteral(text: string): Verdict {
  const valueClass = classifyValue(text);
  return valueClass === 'opaque' || (valueClass === 'guessable' && /\d/u.test(text)) ? 'unknown' : 'clean';
}

/** A declared type beats the name too: a number is no secret, and a `SecretStr` prints a mask. */
export function isHarmlessType(annotation: Expression | undefined): boolean {
  if (annotation === undefined) return false;
  if (annotation.type === 'Subscript') return getLastName(annotation.object) === 'Optional' && isHarmlessType(annotation.index);
  if (annotation.type === 'Operation') return annotation.operators[0] === '|' && annotation.operands.every((part) => isHarmlessType(part) || (part.type === 'Constant' && part.text === 'None'));
  return harmlessTypes.has(getLastName(annotation) ?? '');
}

const harmlessTypes: ReadonlySet<string> = new Set(['bool', 'int', 'float', 'datetime', 'date', 'timedelta', 'SecretStr', 'SecretBytes', 'Secret', 'Token', 'TokenInfo', 'Callable', 'Decimal']);
