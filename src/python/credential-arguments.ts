import type { Call, Expression } from './nodes.ts';
import { getDottedPath, getLastName } from './syntax.ts';

/** The name of the credential that a positional argument is by its API. */
export function findSink(call: Call, position: number): string | undefined {
  const callee = getLastName(call.callee) ?? '';
  const object = call.callee.type === 'Attribute' ? getObjectName(call.callee.object) : '';
  return sinks.find((sink) => sink.argument === position && sink.callee.test(callee) && (sink.object?.test(object) ?? true))?.name;
}

/** Cheap test: false means that no such call can be in the text. */
export const mayPassCredential = (text: string): boolean => /hmac|jwt|jws|jose|Fernet|AESGCM|ChaCha20|AES|DES|Blowfish|ARC4|Serializer|Signer|auth|login|k_password|y_password|MySQLdb|mysql|create_(?:super)?user|twilio/iu.test(text);

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
