import type { TSESTree } from '@typescript-eslint/utils';
import type { Binding, Call, Scopes } from '../ecmascript/scope.ts';
import { getDottedPath, getKey, getLastName, isFunction, unwrap } from '../ecmascript/syntax.ts';
import type { Node } from '../ecmascript/walk.ts';
import { contextMethods, isLogFunctionName, isLoggerName, loggerMakers, loggerPackage, logMethods } from './loggers.ts';

/** A place whose arguments end up in a log or in an error. */
export interface Sink {
  readonly kind: 'log' | 'error';
  /** As a message names it: `console.log`. */
  readonly label: string;
  readonly arguments: readonly Node[];
}

/** Cheap test: false means that no sink can be in the text. */
export const mayLog = (text: string, loggers: readonly string[] = []): boolean =>
  sinkWords.test(text) || loggers.some((logger) => text.includes(logger.split('.').at(-1) ?? logger));

const sinkWords =
  /console|std(?:out|err)|\.\s*(?:log|info|warn(?:ing)?|err(?:or)?|debug|trace|verbose|fatal|silly|notice|crit|alert|emerg|success|fail|note|child|setFailed|appendKeys|addContext|emitWarning|writeSync)\s*\(|(?:Error|Exception|\breject|[dD]ebug\w{0,80}|\b[Ll]og(?!in\b|out\b|ic)\w{0,80}|printf?|\w(?:Log|Logger))\s*\(|throw|['"](?:node:)?debug['"]|(?:[lL]og(?:gers?|ging)?|LOG(?:GER)?|winston|pino|consola|signale|bunyan|spinner)\s{0,8}\??\./u;

/** `loggers`: further names of loggers (`audit`) or of their functions (`audit.write`). */
export function readSink(call: Call, scopes: Scopes, loggers: readonly string[]): Sink | undefined {
  if (call.type === 'NewExpression') return readError(call, scopes);
  const callee = unwrap(call.callee);
  const path = getDottedPath(callee);
  const label = getLabel(callee, path);
  const toSink = (args: readonly Node[]): Sink => ({ kind: 'log', label, arguments: args });
  if (path !== undefined && isConfigured(path, loggers)) return toSink(call.arguments);
  if (callee.type === 'Identifier') return readFunctionSink(callee, call, scopes, toSink);
  if (callee.type !== 'MemberExpression') return isMadeLogger(callee, scopes) ? toSink(call.arguments) : undefined;
  return readMethodSink(callee, call, scopes, toSink);
}

/** `throw fail(…)` and `throw '…'`; a thrown `new` is read where it stands. */
export function readThrow({ argument }: TSESTree.ThrowStatement): Sink | undefined {
  const thrown = unwrap(argument);
  if (thrown.type === 'NewExpression' || thrown.type === 'Identifier' || thrown.type === 'MemberExpression') return undefined;
  if (thrown.type !== 'CallExpression') return { ...error, arguments: [thrown] };
  return /(?:error|exception)$/iu.test(getLastName(thrown.callee) ?? '') ? { ...error, arguments: thrown.arguments } : undefined;
}

/** Whether a call gives its text back in colour. */
export const isColourName = (name: string): boolean => /^(?:chalk|kleur|colors?|colorette|pc|picocolors|ansi\w*|c|bold|red|green|blue|yellow|cyan|magenta|gray|grey|dim|styleText)$/u.test(name);

const error = { kind: 'error', label: 'an error' } as const;

type ToSink = (args: readonly Node[]) => Sink;

function readError(call: TSESTree.NewExpression, scopes: Scopes): Sink | undefined {
  const name = getLastName(call.callee) ?? '';
  if (!/(?:Error|Exception)$/u.test(name)) return undefined;
  const binding = call.callee.type === 'Identifier' ? scopes.getBinding(call.callee) : undefined;
  return binding?.kind === 'parameter' ? undefined : { ...error, arguments: call.arguments };
}

function readFunctionSink(callee: TSESTree.Identifier, call: TSESTree.CallExpression, scopes: Scopes, toSink: ToSink): Sink | undefined {
  const binding = scopes.getBinding(callee);
  if (binding?.parameter !== undefined && callee.name === 'reject') return { ...error, arguments: call.arguments };
  if (binding?.kind === 'function' || isLocalFunction(binding)) return undefined;
  if (isLogFunctionName(callee.name) || (binding !== undefined && isLogFunction(binding, scopes))) return toSink(call.arguments);
  return undefined;
}

/** `const { log } = console`, `const log = console.log.bind(console)`, `const debug = createDebug('app')`. */
function isLogFunction(binding: Binding, scopes: Scopes): boolean {
  const [source] = binding.sources;
  if (source === undefined || binding.sources.length > 1) return false;
  const made = unwrap(source.expression);
  if (source.path.length > 0) return logMethods.has(source.path.at(-1) ?? '') && source.path.length === 1 && isLogger(made, scopes);
  if (made.type === 'MemberExpression') return isLogMember(made, scopes);
  if (made.type !== 'CallExpression') return false;
  const callee = unwrap(made.callee);
  if (callee.type === 'MemberExpression' && getKey(callee.property, callee.computed) === 'bind') {
    const bound = unwrap(callee.object);
    return bound.type === 'MemberExpression' && isLogMember(bound, scopes);
  }
  return isMadeLogger(made, scopes) && /debug|fancy/iu.test(`${getLastName(callee)} ${getPackage(callee, scopes) ?? ''}`);
}

const isLogMember = (member: TSESTree.MemberExpression, scopes: Scopes): boolean =>
  logMethods.has(getKey(member.property, member.computed) ?? '') && isLogger(unwrap(member.object), scopes);

function readMethodSink(callee: TSESTree.MemberExpression, call: TSESTree.CallExpression, scopes: Scopes, toSink: ToSink): Sink | undefined {
  const method = getKey(callee.property, callee.computed) ?? '';
  const receiver = unwrap(callee.object);
  if (method === 'call' || method === 'apply') return readIndirect(receiver, method, call, scopes, toSink);
  if (method === 'reject' && getLastName(receiver) === 'Promise') return { ...error, arguments: call.arguments };
  if (method === 'write') return isStandardStream(receiver, scopes) ? toSink(call.arguments.slice(0, 1)) : isLogger(receiver, scopes) ? toSink(call.arguments) : undefined;
  if (method === 'emitWarning' && getLastName(receiver) === 'process') return toSink(call.arguments);
  if (method === 'writeSync') return isDescriptor(call.arguments[0]) ? toSink(call.arguments.slice(1)) : undefined;
  if (method === 'log' && isLoggingOwner(receiver)) return toSink(call.arguments);
  if (!logMethods.has(method) && !contextMethods.has(method) || !isLogger(receiver, scopes)) return undefined;
  return toSink(method === 'assert' ? call.arguments.slice(1) : call.arguments);
}

/** `console.log.call(console, x)`, `console.log.apply(console, [x])` */
function readIndirect(target: Node, method: string, call: TSESTree.CallExpression, scopes: Scopes, toSink: ToSink): Sink | undefined {
  if (target.type !== 'MemberExpression' || !isLogMember(target, scopes)) return undefined;
  const args = call.arguments.slice(1);
  const [list] = args;
  return toSink(method === 'apply' && list?.type === 'ArrayExpression' ? list.elements.filter((element) => element !== null) : args);
}

/** Whether an expression is something with log methods. */
function isLogger(receiver: Node, scopes: Scopes): boolean {
  const name = getLastName(receiver);
  if (receiver.type === 'Identifier') return isLoggerVariable(receiver, scopes);
  if (receiver.type === 'MemberExpression') return name === 'console' || (name !== undefined && isLoggerName(name)) || isLogLibraryPart(receiver, scopes);
  return isMadeLogger(receiver, scopes);
}

function isLoggerVariable(identifier: TSESTree.Identifier, scopes: Scopes): boolean {
  const binding = scopes.getBinding(identifier);
  if (identifier.name === 'console') return binding === undefined || binding.kind === 'import';
  if (binding?.imported !== undefined && loggerPackage.test(binding.imported.source)) return !/util$/u.test(binding.imported.source);
  if (binding !== undefined && isGivenLogger(binding, scopes)) return true;
  return isLoggerName(identifier.name) && !isOtherLog(binding);
}

/** A variable that is made of itself, `line = line.child('…')`, adds nothing. */
function isGivenLogger(binding: Binding, scopes: Scopes): boolean {
  const known = givenLoggers.get(binding);
  if (known !== undefined) return known;
  givenLoggers.set(binding, false);
  const isGiven = binding.sources.some(({ expression, path }) => isLoggerSource(unwrap(expression), path, scopes));
  givenLoggers.set(binding, isGiven);
  return isGiven;
}

const givenLoggers = new WeakMap<Binding, boolean>();

const isLoggerSource = (expression: Node, path: readonly string[], scopes: Scopes): boolean =>
  path.length === 0
    ? isMadeLogger(expression, scopes) || (expression.type === 'Identifier' && expression.name === 'console') || isRequired(expression)
    : isRequired(expression) && /log/iu.test(path[0] ?? '');

/** `const log = []`: a list of the program's own. */
function isOtherLog(binding: Binding | undefined): boolean {
  const made = binding?.sources[0] && unwrap(binding.sources[0].expression);
  return made !== undefined && (made.type === 'ArrayExpression' || made.type === 'Literal' || made.type === 'TemplateLiteral');
}

/** `pino()`, `winston.createLogger(…)`, `new Logger(…)`, `log.child(…)`, `require('debug')('app')` */
function isMadeLogger(expression: Node, scopes: Scopes): boolean {
  const node = unwrap(expression);
  if (node.type === 'AwaitExpression') return isMadeLogger(node.argument, scopes);
  if (node.type === 'NewExpression') return /(?:Logger|Logging|Signale|Log)$/u.test(getLastName(node.callee) ?? '');
  if (node.type !== 'CallExpression') return false;
  const callee = unwrap(node.callee);
  if (isRequired(callee)) return true;
  const name = getLastName(callee) ?? '';
  if (callee.type === 'MemberExpression' && loggerMakers.has(name) && isLogger(unwrap(callee.object), scopes)) return true;
  if (/^(?:create|get|make|build|use|new)\w*(?:Log|Logger|Logging|Debug)$/u.test(name) || name === 'debuglog') return true;
  const source = getPackage(callee, scopes);
  return source !== undefined && !/util$|@actions|@nestjs|@clack/u.test(source);
}

/** The logger package that a callee comes from. */
function getPackage(callee: Node, scopes: Scopes): string | undefined {
  const node = unwrap(callee);
  if (node.type === 'MemberExpression') return getPackage(node.object, scopes);
  if (node.type === 'CallExpression') return getRequired(node);
  if (node.type !== 'Identifier') return undefined;
  const binding = scopes.getBinding(node);
  const required = binding?.sources[0] && getRequired(unwrap(binding.sources[0].expression));
  const source = binding?.imported?.source ?? required;
  return source !== undefined && loggerPackage.test(source) ? source : undefined;
}

/** `require('npmlog')` */
const isRequired = (expression: Node): boolean => {
  const source = getRequired(expression);
  return source !== undefined && loggerPackage.test(source) && !/util$/u.test(source);
};

function getRequired(node: Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') return undefined;
  const [source] = node.arguments;
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}

/** `clack.log.info`, `functions.logger.info` */
const isLogLibraryPart = (member: TSESTree.MemberExpression, scopes: Scopes): boolean =>
  getPackage(member.object, scopes) !== undefined && /log/iu.test(getLastName(member) ?? '');

function isStandardStream(receiver: Node, scopes: Scopes): boolean {
  const name = getLastName(receiver);
  if (name !== 'stdout' && name !== 'stderr') return false;
  if (receiver.type !== 'Identifier') return true;
  const binding = scopes.getBinding(receiver);
  return binding === undefined || binding.imported !== undefined || binding.parameter === undefined;
}

const isDescriptor = (argument: Node | undefined): boolean => argument?.type === 'Literal' && (argument.value === 1 || argument.value === 2);

/** `context.log(…)` of Azure Functions and `this.log(…)` of oclif. */
const isLoggingOwner = (receiver: Node): boolean =>
  receiver.type === 'ThisExpression' || /^(?:ctx|context|_context|app|server|fastify|Logger|cli|core|reporter|io|ui)$/u.test(getLastName(receiver) ?? '');

function isLocalFunction(binding: Binding | undefined): boolean {
  const [source] = binding?.sources ?? [];
  return source !== undefined && isFunction(unwrap(source.expression));
}

const isConfigured = (path: readonly string[], loggers: readonly string[]): boolean =>
  loggers.some((logger) => {
    const names = logger.split('.');
    const isWhole = endsWith(path, names);
    return isWhole || endsWith(path.slice(0, -1), names);
  });

const endsWith = (path: readonly string[], names: readonly string[]): boolean =>
  path.length >= names.length && names.every((name, index) => path[path.length - names.length + index] === name);

const getLabel = (callee: Node, path: readonly string[] | undefined): string => {
  const label = path?.join('.') ?? `a logger's ${getLastName(callee) ?? 'function'}`;
  return /^[\w$.' #]{1,80}$/u.test(label) ? label : 'a log';
};
