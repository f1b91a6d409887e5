import type { ReadAction, Reference } from '../core/reference.ts';
import { noReferences, type FoundReferences } from '../references/found.ts';
import { mayRefer } from '../references/may-refer.ts';
import { markOptional } from '../references/optional.ts';
import { findScriptReferences } from '../shell/references.ts';
import { resolve } from './aws.ts';
import type { Argument, Call, Expression, FunctionDefinition, Module } from './nodes.ts';
import { analyzeScopes, getQualifiedName, type Scopes } from './scope.ts';
import { getStaticString, getText } from './strings.ts';
import { getKeyword, getLastName, getMethod, getPositional, isConstant } from './syntax.ts';

export function findReferences(module: Module, text: string): FoundReferences {
  if (!mayRefer(text)) return noReferences;
  const reading: Reading = { scopes: analyzeScopes(module), text, helpers: new Map() };
  const { calls } = reading.scopes;
  const scripts = calls.map((call) => readScript(call, text));
  const own = calls.flatMap((call) => readCall(call, reading));
  const forwarded = reading.helpers.size === 0 ? [] : calls.flatMap((call) => readForwarded(call, reading));
  return { references: markOptional([...own, ...forwarded, ...scripts.flatMap(({ references }) => references)], text), problems: scripts.flatMap(({ problems }) => problems) };
}

interface Reading {
  readonly scopes: Scopes;
  readonly text: string;
  /** Functions that hand a parameter on as the name. */
  readonly helpers: Map<FunctionDefinition, Forwarded[]>;
}

/** How a call names what it reads. */
interface Method {
  readonly service: Reference['service'];
  readonly action: ReadAction;
  /** Keyword that holds the name; the first argument of Powertools' functions. */
  readonly key: string;
  readonly isPositional?: true;
  readonly decrypt: 'WithDecryption' | 'decrypt' | 'always';
}

interface Forwarded {
  readonly method: Method;
  readonly decryption: Reference['decryption'];
  readonly index: number;
  readonly name: string;
}

const ssm = (action: ReadAction, key: string): Method => ({ service: 'ssm', action, key, decrypt: 'WithDecryption' });

/** Operations as boto3 spells them (its API reference); its arguments are keywords with a capital. */
const operations: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['get_parameter', ssm('ssm:GetParameter', 'Name')],
  ['get_parameters', ssm('ssm:GetParameters', 'Names')],
  ['get_parameters_by_path', ssm('ssm:GetParametersByPath', 'Path')],
  ['get_parameter_history', ssm('ssm:GetParameterHistory', 'Name')],
  ['get_secret_value', { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', key: 'SecretId', decrypt: 'always' }],
  ['batch_get_secret_value', { service: 'secretsmanager', action: 'secretsmanager:BatchGetSecretValue', key: 'SecretIdList', decrypt: 'always' }],
]);

const own = (action: ReadAction, key: string): Method => ({ service: action.startsWith('ssm') ? 'ssm' : 'secretsmanager', action, key, isPositional: true, decrypt: action.startsWith('ssm') ? 'decrypt' : 'always' });

/** Functions of Powertools for AWS Lambda (Python), `parameters`. */
const powertools: ReadonlyMap<string, Method> = new Map([
  ['get_parameter', own('ssm:GetParameter', 'name')],
  ['get_parameters', own('ssm:GetParametersByPath', 'path')],
  ['get_parameters_by_name', own('ssm:GetParameters', 'parameters')],
  ['get_secret', own('secretsmanager:GetSecretValue', 'name')],
]);

function findMethod(call: Call, scopes: Scopes): Method | undefined {
  const library = /^aws_lambda_powertools\.utilities\.parameters\.(?<name>\w+)$/u.exec(getQualifiedName(call.callee, scopes))?.groups?.['name'];
  if (library !== undefined) return powertools.get(library);
  const name = getLastName(call.callee) ?? '';
  if (name === 'paginate') return getPaginated(call, scopes);
  const method = call.callee.type === 'Attribute' ? operations.get(name) : undefined;
  return method !== undefined && getKeyword(call, method.key) !== undefined ? method : undefined;
}

/** `ssm.get_paginator("get_parameters_by_path").paginate(Path=…)` */
function getPaginated(call: Call, scopes: Scopes): Method | undefined {
  const { object } = getMethod(call) ?? {};
  const made = object === undefined ? undefined : resolve(object, scopes);
  return made?.type === 'Call' && getLastName(made.callee) === 'get_paginator' ? operations.get(getText(getPositional(made)[0]) ?? '') : undefined;
}

function readCall(call: Call, reading: Reading): Reference[] {
  const method = findMethod(call, reading.scopes);
  if (method === undefined) return [];
  const argument = getKeyword(call, method.key) ?? (method.isPositional === true ? getPositional(call)[0] : undefined);
  if (argument === undefined) return [];
  const decryption = readDecryption(call, method);
  const correction = decryption === 'absent' ? getCorrection(call, method, reading.text) : undefined;
  noteForwarded(argument, { method, decryption }, reading);
  return toReferences(argument, method, { decryption, ...(correction === undefined ? {} : { correction }) }, reading);
}

function readDecryption(call: Call, { decrypt }: Method): Reference['decryption'] {
  if (decrypt === 'always') return 'present';
  const value = getKeyword(call, decrypt);
  if (isConstant(value, 'True')) return 'present';
  if (value !== undefined) return isConstant(value, 'False') ? 'absent' : 'unknown';
  return call.arguments.some(({ star }) => star !== undefined) ? 'unknown' : 'absent';
}

function getCorrection(call: Call, { decrypt }: Method, text: string): Reference['correction'] {
  const title = `ask for the decrypted value (${decrypt}=True)`;
  const value = getKeyword(call, decrypt);
  if (value !== undefined) return { title, edits: [{ range: value.range, text: 'True' }] };
  const last: Argument | undefined = call.arguments.at(-1);
  if (last === undefined) return undefined;
  const line = /(?:^|\n)(?<indent>[ \t]*)$/u.exec(text.slice(0, last.range[0]))?.groups?.['indent'];
  return { title, edits: [{ range: [last.range[1], last.range[1]], text: `,${line === undefined ? ' ' : `\n${line}`}${decrypt}=True` }] };
}

type Facts = Pick<Reference, 'decryption' | 'correction'>;

function toReferences(argument: Expression, { service, action }: Method, facts: Facts, { scopes, text }: Reading): Reference[] {
  const value = resolve(argument, scopes);
  const names = value.type === 'Sequence' ? value.elements : value.type === 'Dict' ? value.entries.flatMap(({ key }) => key ?? []) : [argument];
  return names.flatMap((element) => {
    const name = readName(element, scopes, text);
    return name === undefined ? [] : [{ service, ...name, action, reader: 'program' as const, takes: 'any' as const, isPath: action === 'ssm:GetParametersByPath', ...facts }];
  });
}

/** With `*` for the parts that only the program knows; undefined where nothing else is there. */
function readName(expression: Expression, scopes: Scopes, text: string): Pick<Reference, 'name' | 'range' | 'isVerbatim'> | undefined {
  const node = resolve(expression, scopes);
  const formatted = node.type === 'Call' && getLastName(node.callee) === 'format' ? getMethod(node)?.object : undefined;
  const string = getStaticString(formatted ?? node, text);
  if (string === undefined || string.isBytes) return undefined;
  const name = string.parts.map(({ token, start, end }) => (token === undefined ? '*' : string.text.slice(start, end))).join('').replace(/\{[^{}]{0,100}\}|%s/gu, '*').replace(/\*{2,}/gu, '*');
  if (name.replace(/[*/]/gu, '') === '') return undefined;
  const [part] = string.parts;
  const isVerbatim = node === expression && string.parts.length === 1 && part !== undefined && text.slice(...part.source) === name;
  return { name, range: isVerbatim ? part.source : expression.range, isVerbatim };
}

/** `def read(name): … get_parameter(Name=name)` makes `read("/x")` a reference. */
function noteForwarded(argument: Expression, more: Pick<Forwarded, 'method' | 'decryption'>, { scopes, helpers }: Reading): void {
  const parameter = argument.type === 'Name' ? scopes.getBinding(argument)?.parameter : undefined;
  if (parameter?.owner.type !== 'Function' || argument.type !== 'Name') return;
  helpers.set(parameter.owner, [...(helpers.get(parameter.owner) ?? []), { index: parameter.index, name: argument.id, ...more }]);
}

function readForwarded(call: Call, reading: Reading): Reference[] {
  const owner = call.callee.type === 'Name' ? reading.scopes.getBinding(call.callee)?.definition : undefined;
  if (owner?.type !== 'Function') return [];
  return (reading.helpers.get(owner) ?? []).flatMap(({ index, name, method, decryption }) => {
    const argument = getKeyword(call, name) ?? getPositional(call)[index];
    return argument === undefined ? [] : toReferences(argument, method, { decryption }, reading);
  });
}

/** `os.system("aws ssm …")`, `subprocess.run("aws ssm …", shell=True)`: the command as it is written. */
function readScript(call: Call, text: string): FoundReferences {
  const [command] = getPositional(call);
  const isRun = /^(?:system|popen|run|call|check_call|check_output|Popen|getoutput|getstatusoutput)$/u.test(getLastName(call.callee) ?? '');
  const [token, other] = isRun && command?.type === 'Str' ? command.tokens : [];
  return token === undefined || other !== undefined ? noReferences : findScriptReferences(text, token.content);
}
