import { createLiterals, getArgument } from '../core/expression-text.ts';
import type { Detect } from '../core/detect.ts';
import { unescape } from '../core/escapes.ts';
import type { Range } from '../core/range.ts';
import type { Call, Expression } from './nodes.ts';
import { getDottedPath, getLastName } from './syntax.ts';

/** The name of the credential that a positional argument is by its API. */
export function findSink(call: Call, position: number): string | undefined {
  const callee = getLastName(call.callee) ?? '';
  const object = call.callee.type === 'Attribute' ? getObjectName(call.callee.object) : '';
  return sinks.find((sink) => sink.argument === position && sink.callee.test(callee) && (sink.object?.test(object) ?? true))?.name;
}

/** Cheap test: false means that no such call with a literal that may be a credential is in the text. */
export function mayPassCredential(text: string, detect: Detect): boolean {
  for (const { index, 0: pair } of text.matchAll(authPairs)) if (holdsCredential(text, getArgument(text, index + pair.length, 1), 'password', detect)) return true;
  for (const { index, 0: call, groups } of text.matchAll(calls)) {
    const object = /[\w.]{1,80}(?=\.$)/u.exec(text.slice(Math.max(0, index - 81), index))?.[0] ?? '';
    for (const sink of sinks) {
      if (!sink.callee.test(groups?.['callee'] ?? '') || (object !== '' && sink.object?.test(object) === false)) continue;
      if (holdsCredential(text, getArgument(text, index + call.length, sink.argument), sink.name, detect)) return true;
    }
  }
  return false;
}

/** Of Requests and its like: https://requests.readthedocs.io/en/latest/user/authentication/ */
const authPairs = /\bauth\s{0,8}=\s{0,8}\(/gu;

const calls =
  /\b(?<callee>new|digest|HMAC|encode|decode|Fernet|AESGCM|ChaCha20Poly1305|URLSafe(?:Timed)?Serializer|(?:Timed)?Serializer|TimestampSigner|Signer|HTTP(?:Basic|Digest|Proxy)Auth|BasicAuth|login|login_user|authenticate_user|connect|set_password|(?:check|verify)_password|create_(?:super)?user|Client)\s{0,8}\(/gu;

function holdsCredential(text: string, range: Range, name: string, detect: Detect): boolean {
  for (const { read } of createLiterals(text).within(...range)) if (isCredential(name, read(), detect)) return true;
  return false;
}

const isCredential = (name: string, value: string | undefined, detect: Detect): boolean =>
  value !== undefined && (['sink', 'test-login', 'code', 'test'] as const).some((place) => detect.named({ name, path: [], value: unescape(value), range: [0, 0], place }) !== undefined);

const getObjectName = (node: Expression): string => getDottedPath(node)?.join('.') ?? getLastName(node) ?? '';

interface Sink {
  readonly callee: RegExp;
  readonly object?: RegExp;
  readonly argument: number;
  readonly name: string;
}

/** The standard library, PyJWT, python-jose, cryptography, itsdangerous, requests, redis, and database drivers, by their documentation. */
const sinks: readonly Sink[] = [
  { callee: /^(?:new|digest|HMAC)$/u, object: /^hmac$/u, argument: 0, name: 'hmac_key' },
  { callee: /^(?:encode|decode)$/u, object: /jwt|jws|jose/iu, argument: 1, name: 'jwt_secret' },
  { callee: /^(?:Fernet|AESGCM|ChaCha20Poly1305)$/u, argument: 0, name: 'encryption_key' },
  { callee: /^new$/u, object: /(?:^|\.)(?:AES|DES|DES3|Blowfish|ARC4|ChaCha20)$/u, argument: 0, name: 'encryption_key' },
  { callee: /^(?:URLSafe(?:Timed)?Serializer|(?:Timed)?Serializer|TimestampSigner|Signer|URLSafeTimedSerializer)$/u, argument: 0, name: 'signing_key' },
  { callee: /^HTTP(?:Basic|Digest|Proxy)Auth$|^BasicAuth$/u, argument: 1, name: 'password' },
  { callee: /^login$/u, object: /smtp|imap|ftp|pop|server|mail|conn|session|client/iu, argument: 1, name: 'password' },
  { callee: /^(?:login_user|authenticate_user)$/u, argument: 1, name: 'password' },
  { callee: /^connect$/u, object: /^(?:pymysql|MySQLdb|mysql\.connector)$/u, argument: 2, name: 'password' },
  { callee: /^(?:set|check|verify)_password$/u, argument: 0, name: 'password' },
  { callee: /^create_(?:super)?user$/u, argument: 2, name: 'password' },
  { callee: /^Client$/u, object: /twilio/iu, argument: 1, name: 'auth_token' },
];
