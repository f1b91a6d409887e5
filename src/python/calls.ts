import { isBarrierName, isElement, judgeGetter, judgeName, judgePath } from './names.ts';
import { isTaint, type Verdict } from '../core/taint.ts';
import { judgeResult, readAwsCall } from './aws.ts';
import type { Call, Expression } from './nodes.ts';
import { getQualifiedName, type Path } from './scope.ts';
import { isOtherToken, judgeEnvironment, wholeEnvironment } from './sources.ts';
import { getKeyword, getLastName, getMethod, getPositional } from './syntax.ts';
import type { Tracer } from './tracer.ts';

/** The verdict on what a call gives back. */
export function traceCall(tracer: Tracer, call: Call, path: Path): Verdict {
  const result = readAwsCall(call, tracer.scopes);
  if (result !== undefined) return judgeResult(result, path);
  const qualified = getQualifiedName(call.callee, tracer.scopes);
  const name = getLastName(call.callee) ?? '';
  const own = tracer.resolveFunction(call.callee);
  const passed = own === undefined ? passers.get(qualified) : undefined;
  if (passed !== undefined) return passed(tracer, call, path);
  if (tests.has(name) || digests.test(qualified) || (isBarrierName(name) && !/^parse/u.test(name))) return 'clean';
  const verdict = own === undefined ? traceOther(tracer, call, name, path) : tracer.traceReturns(own, path, call);
  return verdict === 'unknown' && path.length === 0 && !isOtherToken([name], tracer.facts) ? (judgeGetter(name) ?? 'unknown') : verdict;
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

type Pass = (tracer: Tracer, call: Call, path: Path) => Verdict;

const whole: Pass = (tracer, call, path) => (path.every(isElement) ? tracer.any(getPositional(call).slice(0, 1)) : 'clean');
const same: Pass = (tracer, call, path) => tracer.any(getPositional(call).slice(0, 1), path);
const every: Pass = (tracer, call, path) => (path.every(isElement) ? tracer.any(call.arguments.map(({ value }) => value)) : 'clean');

/** Functions that give back what they are given, or a part of it. */
const passers: ReadonlyMap<string, Pass> = new Map<string, Pass>([
  ...'str repr ascii format bytes bytearray memoryview json.dumps pprint.pformat pprint.saferepr yaml.dump yaml.safe_dump toml.dumps base64.b64encode base64.b64decode base64.urlsafe_b64encode base64.standard_b64encode base64.encodebytes urllib.parse.quote urllib.parse.quote_plus urllib.parse.unquote urllib.parse.urlencode html.escape textwrap.dedent shlex.quote binascii.hexlify rich.pretty.pretty_repr orjson.dumps simplejson.dumps ujson.dumps'.split(' ').map((name): [string, Pass] => [name, whole]),
  ...'list tuple set frozenset sorted reversed copy.copy copy.deepcopy vars iter next dataclasses.asdict asdict types.MappingProxyType typing.cast asyncio.run'.split(' ').map((name): [string, Pass] => [name, same]),
  ...'os.path.join zip str.join itertools.chain'.split(' ').map((name): [string, Pass] => [name, every]),
  ['dict', traceDictCall],
  ['typing.cast', (tracer, call, path) => tracer.any(getPositional(call).slice(1, 2), path)],
  ['next', (tracer, call, path) => tracer.any(getPositional(call).slice(0, 1), ['*', ...path])],
  ['enumerate', (tracer, call, path) => (path[1] === '0' ? 'clean' : tracer.any(getPositional(call).slice(0, 1), path.length < 2 ? [] : ['*', ...path.slice(2)]))],
  ['map', traceMap],
  ['getattr', traceGetattr],
  ...'json.loads ast.literal_eval yaml.safe_load yaml.load orjson.loads simplejson.loads'.split(' ').map((name): [string, Pass] => [name, traceJson]),
  ['os.getenv', traceEnvironmentCall],
  ['os.environ.get', traceEnvironmentCall],
  ['os.environ.pop', traceEnvironmentCall],
  ['environ.get', traceEnvironmentCall],
  ['getenv', traceEnvironmentCall],
  ['getpass.getpass', () => ({ kind: 'logged-secret', severity: 'high', label: 'What "getpass" returns', isByName: false })],
  ['keyring.get_password', () => ({ kind: 'logged-secret', severity: 'high', label: 'What "keyring.get_password" returns', isByName: false })],
]);

/** Functions and methods that tell about a value and do not give it. */
const tests = set(
  'len bool int float complex type id isinstance issubclass hasattr callable any all sum hash ord abs round range open min max keys startswith endswith isdigit isalpha isalnum isspace find rfind index rindex count fullmatch search hexdigest digest exists bit_length',
);
const digests = /^(?:hashlib|hmac|bcrypt|crypt|zlib|passlib|argon2|uuid|secrets\.compare_digest|werkzeug\.security\.generate)\b/u;

/** The parts of a secret JSON text are judged by their names: a host is none, a password is. */
function traceJson(tracer: Tracer, call: Call, path: Path): Verdict {
  const verdict = tracer.any(getPositional(call).slice(0, 1));
  if (path.every(isElement) || !isTaint(verdict)) return path.length === 0 ? verdict : 'unknown';
  return judgePath(undefined, path) === undefined ? 'unknown' : verdict;
}

/** `dict(os.environ)`, `dict(password=password)` */
function traceDictCall(tracer: Tracer, call: Call, path: Path): Verdict {
  const [step, ...below] = path;
  const named = call.arguments.find(({ name }) => name !== undefined && name === step);
  if (named !== undefined) return tracer.trace(named.value, below);
  const copied = tracer.any(getPositional(call).slice(0, 1), path);
  if (isTaint(copied) || step !== undefined) return copied;
  return tracer.any(call.arguments.filter(({ star }) => star !== '*').map(({ value }) => value));
}

function traceMap(tracer: Tracer, call: Call, path: Path): Verdict {
  const [callback, items] = getPositional(call);
  if (items === undefined || callback === undefined) return 'unknown';
  return /^(?:str|repr|json)$/u.test(getLastName(callback) ?? '') ? tracer.trace(items, path) : 'unknown';
}

/** `getattr(settings, "SECRET_KEY", None)` */
function traceGetattr(tracer: Tracer, call: Call, path: Path): Verdict {
  const [object, name] = getPositional(call);
  return object === undefined || name === undefined ? 'unknown' : tracer.trace(object, [tracer.getText(name) ?? '?', ...path]);
}

function traceEnvironmentCall(tracer: Tracer, call: Call, path: Path): Verdict {
  const [name, fallback] = getPositional(call);
  if (name === undefined || path.length > 0) return 'unknown';
  const verdict = judgeEnvironment([tracer.getText(name) ?? '?']);
  const other = fallback ?? getKeyword(call, 'default');
  return isTaint(verdict) || other === undefined ? verdict : (tracer.trace(other) === 'unknown' ? verdict : joinFallback(verdict, tracer.trace(other)));
}

const joinFallback = (verdict: Verdict, fallback: Verdict): Verdict => (isTaint(fallback) ? fallback : verdict);

function traceOther(tracer: Tracer, call: Call, name: string, path: Path): Verdict {
  const method = getMethod(call);
  if (method !== undefined) return traceMethod(tracer, method.object, name, call, path);
  if (/^[A-Z][a-z]/u.test(name)) return traceInstance(tracer, call, path);
  // env("DB_PASSWORD"), config("SECRET_KEY")
  const [key] = getPositional(call);
  const text = key !== undefined && path.length === 0 && /^(?:env|config|get_env|getenv|get_config|setting|get_setting|require_env|env_var)$/u.test(name) ? tracer.getText(key) : undefined;
  return text === undefined ? 'unknown' : (judgeKey(text) ?? 'unknown');
}

/** An instance shows what its class lets it show; its members are what it was made with. */
function traceInstance(tracer: Tracer, call: Call, [step, ...below]: Path): Verdict {
  const named = step === undefined ? undefined : getKeyword(call, step);
  return named === undefined ? (step === undefined ? 'clean' : 'unknown') : tracer.trace(named, below);
}

function traceMethod(tracer: Tracer, object: Expression, name: string, call: Call, path: Path): Verdict {
  const [first] = getPositional(call);
  if (name === 'format' || name === 'join' || name === 'format_map') return traceFormat(tracer, object, call, path);
  if (keepers.has(name)) return path.every(isElement) ? tracer.trace(object) : 'clean';
  if (name === 'replace') return 'clean' === tracer.any(getPositional(call).slice(0, 1)) ? tracer.trace(object) : 'clean';
  if (name === 'split' || name === 'rsplit' || name === 'splitlines' || name === 'partition') return tracer.trace(object);
  if (name === 'copy') return tracer.trace(object, path);
  if (name === 'items' || name === 'values') return traceItems(tracer, object, name, path);
  if ((name === 'get' || name === 'pop' || name === 'setdefault' || name === 'getlist') && first !== undefined) return traceGet(tracer, object, first, path);
  if (name === 'pop' || name === 'popitem') return tracer.trace(object, ['*', ...path]);
  return 'unknown';
}

/** Methods whose result is the text of the receiver, changed in form only, and those that open a sealed value. */
const keepers = set('strip lstrip rstrip lower upper title capitalize swapcase casefold encode decode expandtabs zfill ljust rjust center translate removeprefix removesuffix hex tobytes read get_secret_value isoformat model_dump_json json dict model_dump as_dict to_dict');

/** `"…".format(password)`, `", ".join(values)` */
function traceFormat(tracer: Tracer, object: Expression, call: Call, path: Path): Verdict {
  if (!path.every(isElement)) return 'clean';
  const given = tracer.any(call.arguments.map(({ value }) => value));
  return isTaint(given) ? given : object.type === 'Str' ? given : tracer.trace(object);
}

/** `for name, value in mapping.items()`: the name is clean. */
function traceItems(tracer: Tracer, object: Expression, name: string, path: Path): Verdict {
  const isEnvironment = tracer.trace(object) === wholeEnvironment;
  const [, side, ...below] = path;
  if (name === 'items' && side === '0') return 'clean';
  if (isEnvironment) return wholeEnvironment;
  if (path.length === 0) return tracer.trace(object);
  return tracer.trace(object, ['?', ...(name === 'items' ? below : path.slice(1))]);
}

/** `config.get("db.password")`, `response.get("Parameter")` */
function traceGet(tracer: Tracer, object: Expression, key: Expression, path: Path): Verdict {
  const text = tracer.getText(key);
  const verdict = tracer.trace(object, [text ?? '?', ...path]);
  if (verdict !== 'unknown' || text === undefined || path.length > 0) return verdict;
  return judgeKey(text) ?? 'unknown';
}

/** A key of a settings store: `DB_PASSWORD`, `db.password`, `auth:secret`. */
const judgeKey = (key: string): Verdict | undefined => judgeName(key) ?? judgePath(undefined, key.split(/[.:/]/u).filter((word) => word !== ''));
