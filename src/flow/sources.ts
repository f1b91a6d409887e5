import type { Path } from '../ecmascript/pattern.ts';
import { judgeAwsPath } from './aws.ts';
import { getWords, isAboutOtherTokens, isCarrierName, isElement, judgeName, judgePath } from './names.ts';
import { quoteName, type Taint, type Verdict } from '../core/taint.ts';

/** What is known of a file as a whole. */
export interface FileFacts {
  /** Every name in the file. */
  readonly names: ReadonlySet<string>;
  /** Its tokens are those of a text, a design or a chain. */
  readonly hasOtherTokens: boolean;
  /** Its passes are those of a renderer. */
  readonly hasRenderPasses: boolean;
  /** It is about patterns, not about the personal access tokens of a forge. */
  readonly hasPatterns: boolean;
}

/** Looks at the file only when a token, a pass or a `pat` is met. */
export function createFacts(names: ReadonlySet<string>, text: string): FileFacts {
  let hasOtherTokens: boolean | undefined;
  let hasRenderPasses: boolean | undefined;
  let hasPatterns: boolean | undefined;
  return {
    names,
    get hasOtherTokens() {
      return (hasOtherTokens ??= isAboutOtherTokens(names, text));
    },
    get hasRenderPasses() {
      return (hasRenderPasses ??= [...names].some(isOfRenderer));
    },
    get hasPatterns() {
      return (hasPatterns ??= [...names].some(isOfPatterns) && ![...names].some(isOfForge));
    },
  };
}

/** The environment of the process: the whole of it, or a variable by its name. `path` begins below `process.env`. */
export function judgeEnvironment(path: Path): Verdict {
  const [name] = path;
  if (name === undefined || name === '*') return wholeEnvironment;
  if (name === '?' || path.length > 1) return 'unknown';
  const taint = judgeName(name, ['env']);
  if (taint === undefined) return 'clean';
  return { ...taint, kind: 'logged-environment', label: `The environment variable ${quoteName(name)}`, subject: { name, path: [] } };
}

/** A value of which nothing is known but the names on the way to it. `root`: the variable it is read from. */
export function judgeNames(root: string | undefined, path: Path, facts: FileFacts): Verdict {
  if (path.length > 0) {
    const aws = judgeAwsPath(path);
    if (aws !== undefined) return aws;
    const request = judgeRequest(root, path, facts);
    if (request !== 'unknown') return request;
    if (root !== undefined && isEnvironmentName(root) && !isElement(path[0] ?? '')) return judgeEnvironment(path);
  }
  const last = [root ?? '', ...path].findLast((step, index) => !isElement(step) && !(index > 0 && isCarrierName(step))) ?? '';
  if (isOtherName(last, [root ?? '', ...path], facts)) return 'clean';
  return judgePath(root, path) ?? 'unknown';
}

/** `pass` beside `fail` counts tests, and beside a renderer is one of its passes; `token` beside `lexer` is a word, and `pat` beside `RegExp` a pattern. */
export function isOtherName(name: string, path: Path, facts: FileFacts): boolean {
  if (name === 'pass' || name === 'passes') return !loginNames.some((login) => facts.names.has(login));
  if (isQualifiedPass(name)) return facts.hasRenderPasses;
  if (name === 'pat' || name === 'pats') return facts.hasPatterns;
  const words = [...getWords(name)];
  while (words.length > 1 && isCarrierName(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1);
  if (last !== 'token' && last !== 'tokens') return false;
  const isQualified = words.length > 1 && words.some((word) => loginWords.has(word));
  return !isQualified && (facts.hasOtherTokens || (last === 'tokens' && isElement(path.at(-1) ?? '')));
}

/** A pass of something that is no login: `blurPass`. */
export function isQualifiedPass(name: string): boolean {
  if (!/[pP]ass(?:es)?$/u.test(name)) return false;
  const words = getWords(name);
  return words.length > 1 && /^pass(?:es)?$/u.test(words.at(-1) ?? '') && !words.some((word) => loginNames.includes(word) || loginWords.has(word) || /^(?:db|database|admin|root|mail|ftp|ssh|sudo|my|the|new|old)$/u.test(word));
}

/** Words of programs that render in passes. */
export const isOfRenderer = (name: string): boolean => /(?:render|shader)pass|effectcomposer|framebuffer|rendertarget|web(?:gl|gpu)renderer/iu.test(name);

const isOfPatterns = (name: string): boolean => /^(?:pattern|regex)|regexp?$|patterns?$/iu.test(name);

const isOfForge = (name: string): boolean => /git(?:hub|lab|ea)|bitbucket|devops|azure|octokit|authorization|bearer/iu.test(name);

/** What a request carries: its headers and cookies, and the configuration of the client that an error of it holds. */
function judgeRequest(root: string | undefined, path: Path, facts: FileFacts): Verdict {
  const steps = root === undefined ? [...path] : [root, ...path];
  const headers = steps.findLastIndex((step) => step === 'headers' || step === 'rawHeaders' || step === 'multiValueHeaders');
  if (headers >= 0) return judgeHeaders(steps[headers - 1], steps.slice(headers + 1));
  const cookies = steps.findIndex((step) => step === 'cookies' || step === 'signedCookies');
  if (cookies > 0) return judgeCookies(steps[cookies - 1] ?? '', steps.slice(cookies + 1));
  const client = steps.findIndex((step, index) => index > 0 && (step === 'config' || step === 'request' || step === 'response'));
  if (client > 0) return judgeClient(steps[client - 1] ?? '', steps[client] ?? '', steps.slice(client + 1), facts);
  return steps.length === 2 && isCarrier(steps[0] ?? '') && isSecretHeader(steps[1] ?? '') ? toHeader(steps[1] ?? '') : 'unknown';
}

function judgeHeaders(owner: string | undefined, [header, ...below]: Path): Verdict {
  if (header === undefined || header === '*') return owner !== undefined && isCarrier(owner) ? request('The headers object', 'medium') : 'unknown';
  if (header === '?') return 'unknown';
  return isSecretHeader(header) && below.every(isElement) ? toHeader(header) : 'clean';
}

function judgeCookies(owner: string, [cookie]: Path): Verdict {
  if (cookie === undefined || cookie === '*') return isCarrier(owner) ? request('The cookies object', 'medium') : 'unknown';
  return /sess|sid$|auth|jwt|token|remember/iu.test(cookie) && isCarrier(owner) ? request(`The cookie ${quoteName(cookie)}`, 'high') : 'unknown';
}

/** HTTP clients put the request, with its credentials, on the errors they throw. */
function judgeClient(owner: string, part: string, [below]: Path, { names }: FileFacts): Verdict {
  const isError = isErrorName(owner);
  const isAxios = names.has('axios') || names.has('AxiosError') || names.has('isAxiosError');
  if (part === 'response') return isError && isAxios && below === undefined ? request('The response of an error, which holds the headers of its request,', 'medium') : 'unknown';
  if (part === 'config' ? !isError && !(isAxios && /^res(?:p|ponse)?$/u.test(owner)) : !isError) return 'unknown';
  if (below === undefined) return request(`The ${part === 'config' ? 'configuration' : 'request'} of a client, which holds its headers,`, 'high');
  if (below === 'auth') return request('The login of a client', 'high');
  return 'clean';
}

const request = (label: string, severity: Taint['severity']): Taint => ({ kind: 'logged-request', severity, label, isByName: false });

export const toHeader = (header: string): Taint => ({
  ...request(`The ${quoteName(header)} header`, 'high'),
  subject: { name: header, path: ['headers'] },
});

export const wholeEnvironment: Taint = { kind: 'logged-environment', severity: 'high', label: 'The whole environment', isByName: false };

/** Whether an object has headers of a request or a response. */
export const isCarrier = (name: string): boolean => /^(?:_?req|_?res|request|response|resp|reply|config|init|options|event|ctx|context|handshake|\w+(?:Request|Response|Req|Res))$/u.test(name) || isErrorName(name);

export const isErrorName = (name: string): boolean => /^_?(?:e|ex|err|error|exception|reason|cause|\w+(?:Error|Err))$/u.test(name);

/** Headers that carry credentials. */
const secretHeader =
  /^(?:proxy-)?authorization$|^(?:set-)?cookie$|^x-(?:[\w-]*-)?(?:api-?key|token|secret|auth|access-key|signature-key|auth-key)$|^(?:api-?key|apikey|x-?auth-?token|private-token|x-amz-security-token)$/u;

const headerParts = ['auth', 'cookie', 'key', 'token', 'secret'];

export function isSecretHeader(name: string): boolean {
  const lower = name.toLowerCase();
  // as it is asked of every word of a program
  return 'acpsx'.includes(lower.charAt(0)) && headerParts.some((part) => lower.includes(part)) && secretHeader.test(lower);
}

/** Libraries of infrastructure code, whose objects print references, never values. */
export const constructLibrary = /^(?:aws-cdk-lib|@aws-cdk\/|constructs|@pulumi\/|cdktf)/u;

const isEnvironmentName = (name: string): boolean => /^_?(?:env|ENV|environment)$/u.test(name);

export const loginNames: readonly string[] = ['user', 'username', 'userName', 'login', 'auth', 'smtp', 'nodemailer', 'host', 'email'];
export const isOfLogin = (word: string): boolean => loginWords.has(word);

const loginWords: ReadonlySet<string> = new Set(
  'access refresh id auth authorization oauth api bearer session jwt login reset verification invite bot github gitlab npm slack discord service device push personal deploy registry secret client bearer'.split(' '),
);
