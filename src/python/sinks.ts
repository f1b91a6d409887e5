import { resolve } from './aws.ts';
import type { Argument, Call, Expression, FunctionDefinition, Simple } from './nodes.ts';
import { getQualifiedName, type Scopes } from './scope.ts';
import { getDottedPath, getKeyword, getLastName, getMethod } from './syntax.ts';

/** A place whose arguments end up in a log, in an error, or in the answer of a function that a service calls. */
export interface Sink {
  readonly kind: 'log' | 'error' | 'return';
  /** As a message names it: `print`. */
  readonly label: string;
  readonly arguments: readonly Argument[];
}

/** Reads `print(…)`, `logging.info(…)`, `self.logger.bind(…)` and their like. `loggers`: further ones of the config. */
export function readSink(call: Call, scopes: Scopes, loggers: readonly string[] = []): Sink | undefined {
  const qualified = getQualifiedName(call.callee, scopes);
  const toSink = (skipped = 0): Sink => ({ kind: 'log', label: getLabel(call.callee), arguments: call.arguments.slice(skipped).filter(({ name }) => name === undefined || !settings.has(name)) });
  if (qualified === 'print') return isToStream(getKeyword(call, 'file')) ? toSink() : undefined;
  if (printers.has(qualified)) return toSink(qualified === 'syslog.syslog' ? Math.min(1, call.arguments.length - 1) : 0);
  if (isConfigured(getDottedPath(call.callee) ?? [], loggers)) return toSink();
  const method = getMethod(call);
  if (method === undefined) return undefined;
  if (/^write(?:lines)?$/u.test(method.name)) return isStandardStream(method.object) ? toSink() : undefined;
  if (/^(?:print|log|rule|echo|secho)$/u.test(method.name) && /^(?:console|rich|typer|click)$/u.test(getLastName(method.object) ?? '')) return toSink();
  if (/^pp(?:rint)?$/u.test(method.name) && /^(?:pp|pprint|printer)$/u.test(getLastName(method.object) ?? '')) return toSink();
  return logMethods.has(method.name) && isLogger(method.object, scopes) ? toSink() : undefined;
}

/** `raise Error(…)`, `assert condition, "…"`, and what a handler returns. */
export function readStatementSink({ keyword, values, range }: Simple, owner: FunctionDefinition | undefined): Sink | undefined {
  const [first, second] = values;
  if (keyword === 'raise') return first?.type === 'Call' ? { ...error, arguments: first.arguments } : undefined;
  if (keyword === 'assert') return second === undefined ? undefined : { ...error, arguments: [toArgument(second)] };
  if (keyword !== 'return' || first === undefined || range[0] === range[1]) return undefined;
  if (owner !== undefined && !/^(?:lambda_)?handler$|^lambda_function$|_handler$/u.test(owner.name)) return undefined;
  return { kind: 'return', label: owner === undefined ? 'the caller' : `the caller of "${owner.name}"`, arguments: [toArgument(first)] };
}

const error = { kind: 'error', label: 'the message of an error' } as const;

const toArgument = (value: Expression): Argument => ({ type: 'Argument', value, range: value.range });

const printers: ReadonlySet<string> = new Set(
  'pprint.pprint pprint.pp pp pprint warnings.warn click.echo click.secho typer.echo typer.secho rich.print rich.inspect tqdm.write tqdm.tqdm.write sys.exit exit quit syslog.syslog traceback.print_tb icecream.ic ic cprint termcolor.cprint debug'.split(' '),
);

/** Arguments that say how something is printed. */
const settings: ReadonlySet<string> = new Set('sep end flush file exc_info stack_info stacklevel err nl color fg bg bold indent width depth stream style category markup highlight'.split(' '));

/** Methods of the standard library's loggers, of structlog, loguru and Powertools, also those that add to all later lines. */
const logMethods: ReadonlySet<string> = new Set(
  'debug info warning warn error critical fatal exception log trace success notice msg verbose adebug ainfo awarning aerror acritical aexception bind contextualize append_keys append_context_keys structure_logs opt new'.split(' '),
);

/** The configured name is that of the function, or of the object that it is a method of. */
const isConfigured = (path: readonly string[], loggers: readonly string[]): boolean =>
  loggers.some((logger) => {
    const [whole, owner] = [path.join('.'), path.slice(0, -1).join('.')];
    return [whole, owner].some((name) => name === logger || name.endsWith(`.${logger}`));
  });

const isToStream = (file: Expression | undefined): boolean => file === undefined || isStandardStream(file);

const isStandardStream = (node: Expression): boolean => {
  const path = getDottedPath(node)?.filter((step) => step !== 'buffer');
  return path !== undefined && /^(?:sys\.)?(?:__)?std(?:out|err)(?:__)?$|^self\.std(?:out|err)$/u.test(path.join('.'));
};

/** Whether an expression is something with log methods: by its name, by how it was made, or by the module it comes from. */
function isLogger(receiver: Expression, scopes: Scopes): boolean {
  const qualified = getQualifiedName(receiver, scopes);
  if (/^(?:logging|loguru\.logger|structlog|absl\.logging|twisted\.python\.log)$/u.test(qualified)) return true;
  if (/^(?:math|numpy|np|torch|cmath|jnp|tf|sympy)\b/u.test(qualified)) return false;
  const name = receiver.type === 'Call' ? '' : (getLastName(receiver) ?? '');
  if (isLoggerName(name)) return true;
  const made = resolve(receiver, scopes);
  if (made.type !== 'Call') return false;
  const maker = getMethod(made);
  if (maker !== undefined && /^(?:bind|opt|new|getChild|unbind|patch)$/u.test(maker.name)) return isLogger(maker.object, scopes);
  return /^(?:getLogger|get_logger|get_task_logger|getlogger|Logger|LoggerAdapter|create_logger|setup_logger|init_logger|make_logger|configure_logging)$/u.test(getLastName(made.callee) ?? '');
}

const isLoggerName = (name: string): boolean => /^(?:\w*_)?(?:log|logs|logger|logging|LOG|LOGGER|Log|Logger)_*$|^\w*[a-z](?:Log|Logger)$/u.test(name);

const getLabel = (callee: Expression): string => {
  const label = getDottedPath(callee)?.join('.') ?? `a logger's ${getLastName(callee) ?? 'function'}`;
  return /^[\w.' ]{1,80}$/u.test(label) ? label : 'a log';
};
