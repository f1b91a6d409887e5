import type { TSESTree } from '@typescript-eslint/utils';
import type { Path } from '../ecmascript/pattern.ts';
import type { Call } from '../ecmascript/scope.ts';
import { type FunctionNode, getDottedPath, getKey, getLastName, isFunction, unwrap } from '../ecmascript/syntax.ts';
import type { Node } from '../ecmascript/walk.ts';
import { judgeResult, readAwsCall } from './aws.ts';
import { tests, wrapperName } from './call-words.ts';
import { isBarrierName, isElement, judgeGetter, judgeName, judgePath } from './names.ts';
import type { Tracer } from './propagation.ts';
import { isColourName } from './sinks.ts';
import { constructLibrary, isOtherName, judgeEnvironment, wholeEnvironment } from './sources.ts';
import { isTaint, type Verdict } from '../core/taint.ts';

/** The verdict on what a call gives back. */
export function traceCall(tracer: Tracer, call: TSESTree.CallExpression, path: Path, omitted: Path): Verdict {
  const result = readAwsCall(call, tracer.scopes);
  if (result !== undefined) return judgeResult(result, path, omitted);
  const callee = unwrap(call.callee);
  const name = getLastName(callee) ?? '';
  const passed = passers.get((getDottedPath(callee) ?? [name]).join('.')) ?? (callee.type === 'Identifier' ? passers.get(name) : undefined);
  if (passed !== undefined && !isLocal(tracer, callee)) return passed(tracer, call, path);
  if (isBarrierName(name) && !isReader(name)) return 'clean';
  const called = tracer.resolveFunction(callee);
  if (called !== undefined) return traceLocal(tracer, called, call, name, path);
  const verdict = callee.type === 'MemberExpression' ? traceMethod(tracer, callee.object, name, call, path, omitted) : traceFunction(tracer, callee, call, path);
  return verdict === 'unknown' ? judgeCalled(tracer, name, path) : verdict;
}

export function traceNew(tracer: Tracer, node: TSESTree.NewExpression, path: Path): Verdict {
  const name = getLastName(node.callee) ?? '';
  const [first] = node.arguments;
  if (first !== undefined && (name === 'Map' || name === 'Object' || name === 'Set' || name === 'String' || name === 'URLSearchParams')) {
    return name === 'Map' ? fromEntries(tracer, first, path) : tracer.trace(first, path);
  }
  if (name === 'Promise') return 'unknown';
  // an instance shows what its class lets it show; only credentials are known to be plain objects
  return /(?:Credentials|Token|Key)$/u.test(name) && !/^(?:Secret|Injection|Cancel)/u.test(name) ? 'unknown' : 'clean';
}

/** A function tells by its own name what it gives. */
const judgeCalled = ({ facts }: Tracer, name: string, path: Path): Verdict => (path.length > 0 || isOtherName(name, [name], facts) ? 'unknown' : (judgeGetter(name) ?? 'unknown'));

/** What a callback is called with: `.then(here => …)`, `.map(here => …)`, `ssm.getParameter(input, (error, here) => …)`. */
export function traceCallbackParameter(tracer: Tracer, call: Call, callback: FunctionNode, index: number, path: Path, omitted: Path): Verdict {
  const callee = unwrap(call.callee);
  if (call.type === 'NewExpression') return 'unknown';
  if (callee.type === 'MemberExpression') {
    const method = getKey(callee.property, callee.computed) ?? '';
    const isFirst = call.arguments[0] === callback;
    if (method === 'then' && isFirst && index === 0) return tracer.trace(callee.object, path, omitted);
    if (method === 'from' && call.arguments[1] === callback && index === 0 && call.arguments[0] !== undefined) return tracer.trace(call.arguments[0], ['*', ...path], omitted);
    if (elementCallbacks.get(method)?.includes(index) === true && isFirst) return tracer.trace(callee.object, ['*', ...path], omitted);
    if (elementCallbacks.has(method)) return 'unknown';
  }
  const result = index === 1 ? readAwsCall(call, tracer.scopes) : undefined;
  return result === undefined ? 'unknown' : judgeResult(result, path, omitted);
}

/** Which parameters of the callback are elements. */
const elementCallbacks: ReadonlyMap<string, readonly number[]> = new Map(
  ['map', 'forEach', 'filter', 'find', 'findLast', 'some', 'every', 'flatMap', 'findIndex'].map((name): [string, number[]] => [name, [0]]).concat([
    ['sort', [0, 1]],
    ['toSorted', [0, 1]],
    ['reduce', [1]],
    ['reduceRight', [1]],
  ]),
);

/** `getHashKey` is judged by its words, `getSafe…` is safe; but `parse`, `get` and the like only tell where they say so. */
const isReader = (name: string): boolean => name === 'parse' || name === 'build';

const isLocal = (tracer: Tracer, callee: Node): boolean => {
  const binding = callee.type === 'Identifier' ? tracer.scopes.getBinding(callee) : undefined;
  return binding !== undefined && binding.kind !== 'import' && tracer.resolveFunction(callee) !== undefined;
};

function traceLocal(tracer: Tracer, called: FunctionNode, call: TSESTree.CallExpression, name: string, path: Path): Verdict {
  const verdict = called.generator ? 'unknown' : tracer.traceReturns(called, path, call);
  return verdict === 'unknown' ? judgeCalled(tracer, name, path) : verdict;
}

type Pass = (tracer: Tracer, call: TSESTree.CallExpression, path: Path) => Verdict;

const whole: Pass = (tracer, { arguments: args }, path) => (path.every(isElement) ? tracer.any(args.slice(0, 1)) : 'clean');
const same: Pass = (tracer, { arguments: args }, path) => tracer.any(args.slice(0, 1), path);
const every: Pass = (tracer, { arguments: args }, path) => (path.length === 0 ? tracer.any(args) : 'clean');
const clean: Pass = () => 'clean';

/** Functions that give back what they are given, or a part of it. */
const passers: ReadonlyMap<string, Pass> = new Map<string, Pass>([
  ...['String', 'atob', 'btoa', 'encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'escape', 'unescape', 'util.inspect', 'inspect', 'Buffer.from', 'util.types', 'YAML.stringify', 'yaml.stringify', 'yaml.dump', 'dump', 'qs.stringify', 'querystring.stringify', 'inspectObject', 'stringify', 'safeStringify', 'fastStringify', 'serialize'].map((name): [string, Pass] => [name, whole]),
  ...['structuredClone', 'Object.freeze', 'Object.seal', 'Promise.resolve', 'cloneDeep', '_.cloneDeep', '_.clone', 'unref', 'toRaw', 'Promise.all', 'Promise.race', 'Promise.any', 'Array.of', 'pRetry'].map((name): [string, Pass] => [name, same]),
  ...['util.format', 'format', 'sprintf', 'util.formatWithOptions', 'Array.prototype.concat', 'Buffer.concat', 'path.join'].map((name): [string, Pass] => [name, every]),
  ...['Object.keys', 'Object.getOwnPropertyNames', 'Reflect.ownKeys', 'Number', 'parseInt', 'parseFloat', 'Boolean', 'Array.isArray', 'Date.now', 'Buffer.byteLength', 'Symbol', 'BigInt', 'isNaN'].map((name): [string, Pass] => [name, clean]),
  ['JSON.stringify', (tracer, call, path) => (isSelective(call.arguments[1]) ? 'clean' : whole(tracer, call, path))],
  ['JSON.parse', parseJson],
  ['Object.values', (tracer, { arguments: args }, [, ...below]) => tracer.any(args, below.length === 0 ? [] : ['*', ...below])],
  ['Object.entries', (tracer, { arguments: args }, path) => traceEntries(tracer, args[0], path)],
  ['Object.fromEntries', (tracer, { arguments: args }, path) => (args[0] === undefined ? 'clean' : fromEntries(tracer, args[0], path))],
  ['Object.assign', (tracer, { arguments: args }, path) => tracer.any(args, path)],
  ['Array.from', (tracer, { arguments: args }, path) => traceArrayFrom(tracer, args, path)],
  ['Promise.allSettled', (tracer, { arguments: args }, path) => tracer.any(args, path.filter((step, index) => !(index === 1 && step === 'value')))],
  ['dotenv.config', (_tracer, _call, path) => (path[0] === 'parsed' ? judgeEnvironment(path.slice(1)) : path.length === 0 ? wholeEnvironment : 'clean')],
]);

/** A replacer picks what is shown. */
const isSelective = (replacer: Node | undefined): boolean =>
  replacer !== undefined && !(replacer.type === 'Literal' && replacer.value === null) && !(replacer.type === 'Identifier' && replacer.name === 'undefined');

/** The parts of a secret JSON text are judged by their names: a host is none, a password is. */
function parseJson(tracer: Tracer, { arguments: args }: TSESTree.CallExpression, path: Path): Verdict {
  const verdict = tracer.any(args.slice(0, 1));
  if (path.every(isElement) || !isTaint(verdict)) return path.length === 0 ? verdict : 'unknown';
  return judgePath(undefined, path) === undefined ? 'unknown' : verdict;
}

function traceEntries(tracer: Tracer, object: Node | undefined, [element, side, ...below]: Path): Verdict {
  if (object === undefined || side === '0') return 'clean';
  return tracer.trace(object, element === undefined || side === undefined ? [] : ['*', ...below]);
}

const fromEntries = (tracer: Tracer, entries: Node, [, ...below]: Path): Verdict => tracer.trace(entries, ['*', '1', ...below]);

function traceArrayFrom(tracer: Tracer, [items, map]: readonly Node[], path: Path): Verdict {
  if (map !== undefined && isFunction(map)) return tracer.traceReturns(map, path.slice(1));
  return items === undefined ? 'clean' : tracer.trace(items, path);
}

function traceFunction(tracer: Tracer, callee: Node, call: TSESTree.CallExpression, path: Path): Verdict {
  const name = getLastName(callee) ?? '';
  if (isColourName(name)) return tracer.any(call.arguments);
  // env('DB_PASSWORD'), config('db.password')
  const text = /^(?:env|config|getEnv|requireEnv|getConfig|getenv|setting|getParam|getArg)$/u.test(name) ? call.arguments[0] && tracer.getText(call.arguments[0]) : undefined;
  if (text !== undefined) return path.length > 0 ? 'unknown' : name.toLowerCase().includes('env') ? judgeEnvironment([text]) : (judgeKey(text) ?? 'unknown');
  const callback = call.arguments[0] && unwrap(call.arguments[0]);
  return callback !== undefined && isFunction(callback) && wrapperName.test(name) ? tracer.traceReturns(callback, path) : 'unknown';
}

function traceMethod(tracer: Tracer, object: Node, name: string, call: TSESTree.CallExpression, path: Path, omitted: Path): Verdict {
  const [first] = call.arguments;
  if (isColour(object)) return tracer.any(call.arguments);
  if (keepers.has(name)) return path.every(isElement) ? withArguments(tracer, object, name, call) : 'clean';
  if (tests.has(name)) return 'clean';
  if (passing.has(name)) return tracer.trace(object, path, omitted);
  if (name === 'entries') return traceEntries(tracer, object, path);
  if (name === 'replace' || name === 'replaceAll') return isMasking(tracer, call) ? 'clean' : tracer.trace(object);
  if (name === 'slice' || name === 'substring' || name === 'substr') return isGlimpse(tracer, object, name, call) ? 'clean' : tracer.trace(object, path);
  if (name === 'split' || name === 'join' || name === 'match') return name === 'match' ? 'clean' : tracer.trace(object);
  if (name === 'find' || name === 'findLast' || name === 'pop' || name === 'shift' || name === 'at') return tracer.trace(object, ['*', ...path]);
  if (name === 'filter') return isSelecting(tracer, first) ? 'clean' : tracer.trace(object, path, omitted);
  if (name === 'then' || mappers.has(name)) return traceMapped(tracer, object, name, call, path);
  if (getters.has(name) && first !== undefined) return traceGetter(tracer, object, first, path);
  return name === 'parsed' ? 'unknown' : traceUnknownMethod(tracer, object, call, name, path);
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Methods whose result is the text of the receiver, changed in form only. */
const keepers = set('trim trimStart trimEnd toString toLowerCase toUpperCase normalize padStart padEnd repeat valueOf toLocaleString concat asString decode encode transformToString unwrap unsafeUnwrap expose reveal getSecretValue unsafeReveal toBase64 toWellFormed');
/** Methods whose result is the receiver, or holds all of it. */
const passing = set('promise catch finally flat reverse toReversed sort toSorted values required optional clone');
const mappers = set('map flatMap reduce reduceRight');
const getters = set('get getOrThrow getString fetch read require value getItem getSetting getConfig getRequired header');

/** `'Bearer '.concat(token)`, `decoder.decode(bytes)`, `buffer.toString('utf8')` */
function withArguments(tracer: Tracer, object: Node, name: string, call: TSESTree.CallExpression): Verdict {
  const isArgument = name === 'concat' || name === 'decode' || name === 'encode' || name === 'toString';
  const own = tracer.trace(object);
  if (isTaint(own) || !isArgument) return own;
  const given = tracer.any(call.arguments);
  return isTaint(given) ? given : own;
}

/** `.replace(/./g, '*')`, `.replaceAll(secret, '***')`: what is left is not the secret. */
function isMasking(tracer: Tracer, { arguments: [pattern, replacement] }: TSESTree.CallExpression): boolean {
  if (replacement === undefined || pattern === undefined) return false;
  const text = tracer.getText(replacement);
  if (text === undefined) return replacement.type !== 'Literal' || isTaint(tracer.trace(pattern));
  return /\*|•|…|\.{3}|redact|mask|hidden|censor|secret|x{2,}|\[.{0,400}\]|<.{0,400}>|^[x#_.-]$/iu.test(text) || isTaint(tracer.trace(pattern));
}

/** A few characters at an end of the text; a slice of a list is still a list of secrets. */
function isGlimpse(tracer: Tracer, object: Node, name: string, { arguments: [start, end] }: TSESTree.CallExpression): boolean {
  const element = tracer.trace(object, ['*']);
  if (isTaint(element) && !element.isByName) return false;
  const from = start === undefined ? 0 : getNumber(start);
  if (from === undefined) return true;
  if (end === undefined) return from < 0 && from >= -8;
  const to = getNumber(end);
  if (to === undefined) return true;
  return name === 'substr' ? to <= 8 : to < 0 ? false : to - Math.max(from, 0) <= 8;
}

function getNumber(node: Node): number | undefined {
  if (node.type === 'Literal' && typeof node.value === 'number') return node.value;
  if (node.type !== 'UnaryExpression' || node.operator !== '-') return undefined;
  const value = getNumber(node.argument);
  return value === undefined ? undefined : -value;
}

/** `.filter(([key]) => !isSecret(key))` */
const isSelecting = (tracer: Tracer, callback: Node | undefined): boolean =>
  callback !== undefined && /secret|sensitiv|safe|allow|public|redact|mask|deny|block|private|password|hidden/iu.test(tracer.text.slice(...callback.range));

function traceMapped(tracer: Tracer, object: Node, name: string, { arguments: [callback] }: TSESTree.CallExpression, path: Path): Verdict {
  const called = callback === undefined ? undefined : tracer.resolveFunction(callback);
  if (called === undefined) return callback !== undefined && name !== 'then' && getLastName(callback) === 'String' ? tracer.trace(object, path) : 'unknown';
  return tracer.traceReturns(called, mappers.has(name) && !name.startsWith('reduce') ? path.slice(1) : path);
}

/** `config.get('db.password')`, `params.get(name)`, `req.header('authorization')` */
function traceGetter(tracer: Tracer, object: Node, key: Node, path: Path): Verdict {
  const text = tracer.getText(key);
  const verdict = tracer.trace(object, [text ?? '?', ...path]);
  const owner = getLastName(object) ?? '';
  if (isTaint(verdict) && !verdict.isByName) return verdict;
  if (/^(?:i18n|t|translate|messages|labels|strings|locale|errors|form|controls|injector|container|moduleRef)$/iu.test(owner)) return 'clean';
  if (verdict !== 'unknown' || text === undefined || path.length > 0) return verdict;
  return owner === 'env' ? judgeEnvironment([text]) : (judgeKey(text) ?? 'unknown');
}

/** A key of a settings store: `DB_PASSWORD`, `db.password`, `auth:secret`. */
const judgeKey = (key: string): Verdict | undefined => judgeName(key) ?? judgePath(undefined, key.split(/[.:/]/u).filter((word) => word !== ''));

/** `lexer.token()` tells nothing of `lexer`, but a `Parameter.Value` may stand behind any call. */
function traceUnknownMethod(tracer: Tracer, object: Node, call: TSESTree.CallExpression, name: string, path: Path): Verdict {
  const [callback] = call.arguments;
  if (callback !== undefined && isFunction(callback) && wrapperName.test(name)) return tracer.traceReturns(callback, path);
  return isConstructLibrary(tracer, object) ? 'clean' : 'unknown';
}

/** `sm.Secret.fromSecretNameV2(…)`: constructs print references. */
function isConstructLibrary(tracer: Tracer, object: Node): boolean {
  const receiver = unwrap(object);
  if (receiver.type === 'MemberExpression') return isConstructLibrary(tracer, receiver.object);
  return receiver.type === 'Identifier' && constructLibrary.test(tracer.scopes.getBinding(receiver)?.imported?.source ?? '');
}

const isColour = (object: Node): boolean => {
  const path = getDottedPath(object);
  return path !== undefined && /^(?:chalk|kleur|colors?|colorette|pc|picocolors|ansi\w*)$/u.test(path[0] ?? '');
};
