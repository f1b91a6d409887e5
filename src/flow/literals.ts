import type { TSESTree } from '@typescript-eslint/utils';
import { classifyValue } from '../core/value.ts';
import type { Path } from '../ecmascript/pattern.ts';
import type { Scopes } from '../ecmascript/scope.ts';
import { getKey } from '../ecmascript/syntax.ts';
import type { Verdict } from '../core/taint.ts';

/** A literal beats the name that holds it: masks, messages, numbers and `null` are clean; what may be a secret is left to the name. */
export function judgeLiteral(value: unknown): Verdict {
  if (typeof value !== 'string') return 'clean';
  const valueClass = classifyValue(value);
  return valueClass === 'opaque' || (valueClass === 'guessable' && /\d/u.test(value)) ? 'unknown' : 'clean';
}

/** A declared type beats the name too: a boolean is no secret, and a `Secret<T>` hides itself. */
export function judgeType(type: TSESTree.TypeNode, path: Path, scopes: Scopes, depth = 0): Verdict {
  if (depth > 5) return 'unknown';
  const [step, ...rest] = path;
  if (step === undefined) return judgeWhole(type, scopes, depth);
  const members = getMembers(type, scopes);
  const member = members?.find((candidate) => candidate.type === 'TSPropertySignature' && getKey(candidate.key, candidate.computed) === step);
  if (member?.type !== 'TSPropertySignature' || member.typeAnnotation === undefined) return 'unknown';
  return judgeType(member.typeAnnotation.typeAnnotation, rest, scopes, depth + 1);
}

function judgeWhole(type: TSESTree.TypeNode, scopes: Scopes, depth: number): Verdict {
  if (harmless.has(type.type)) return 'clean';
  if (type.type === 'TSUnionType') return type.types.every((part) => judgeType(part, [], scopes, depth + 1) === 'clean') ? 'clean' : 'unknown';
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return 'unknown';
  if (sealedTypes.has(type.typeName.name)) return 'clean';
  const alias = scopes.types.get(type.typeName.name);
  return alias?.type === 'TSTypeAliasDeclaration' ? judgeType(alias.typeAnnotation, [], scopes, depth + 1) : 'unknown';
}

function getMembers(type: TSESTree.TypeNode, scopes: Scopes): readonly TSESTree.TypeElement[] | undefined {
  if (type.type === 'TSTypeLiteral') return type.members;
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const declaration = scopes.types.get(type.typeName.name);
  if (declaration?.type === 'TSInterfaceDeclaration') return declaration.body.body;
  return declaration?.typeAnnotation.type === 'TSTypeLiteral' ? declaration.typeAnnotation.members : undefined;
}

const harmless: ReadonlySet<string> = new Set(['TSBooleanKeyword', 'TSNumberKeyword', 'TSBigIntKeyword', 'TSNullKeyword', 'TSUndefinedKeyword', 'TSVoidKeyword', 'TSNeverKeyword', 'TSSymbolKeyword', 'TSFunctionType', 'TSConstructorType', 'TSLiteralType']);

/** Wrappers that print a mask, and things that only share a secret's name. */
const sealedTypes: ReadonlySet<string> = new Set(['Secret', 'SecretValue', 'ISecret', 'Redacted', 'Sealed', 'Masked', 'Date', 'RegExp', 'Token', 'SyntaxToken', 'LexerToken', 'CancellationToken', 'InjectionToken', 'AbortSignal', 'Function', 'V1Secret']);
