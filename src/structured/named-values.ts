import { findAssignments } from '../core/assignments.ts';
import type { Detect, Place } from '../core/detect.ts';
import type { FileFormat } from '../core/file-format.ts';
import { getNameKind, splitWords } from '../core/names.ts';
import { isLocalePath, isLockPath, isTestPath } from '../core/paths.ts';
import type { Subject } from '../core/problem.ts';
import type { Range } from '../core/range.ts';
import { createRangeList } from '../core/range-list.ts';
import { getEntry, getKeys, getRoot, getText, getValue, isCursorOn, walkTree, type Cursor, type ScalarTree, type Tree } from '../core/tree.ts';
import { getWordLikeness } from '../core/randomness.ts';
import { classifyValue } from '../core/value.ts';
import { getDeclaredParameter, isDeployTimeValue } from './cloudformation.ts';
import { findFormat, matchFormat } from '../settings/format-values.ts';
import { judgeCommands } from './commands.ts';
import type { FoundSecret, StructuredFile } from './document.ts';
import { decodeSecretData, getSecretSubject } from './kubernetes.ts';

/** Values whose key, or whose name beside them (`{name, value}`), says that they are secret. */
export function findNamedValues(file: StructuredFile, root: Tree, detect: Detect): FoundSecret[] {
  const formats = file.rows ?? [];
  const isQuiet = isTokensOnly(file.path) || isJsonSchema(root);
  if (isQuiet && formats.length === 0 && !isPackage(file.path)) return [];
  const found: FoundSecret[] = [];
  for (const cursor of walkTree(root)) {
    if (isCursorOn(cursor, 'scalar') && isFormatValue(cursor, formats, found)) continue;
    const place = getPlace(file.path, cursor);
    found.push(...judgeCommands(cursor, file, place, detect));
    if (!isQuiet && isCursorOn(cursor, 'scalar')) found.push(...judgeNamed(cursor, place, file, detect));
  }
  return getFirst(found);
}

function judgeNamed(cursor: Cursor<ScalarTree>, place: Place, file: StructuredFile, detect: Detect): FoundSecret[] {
  if (isElsewhere(cursor)) return [];
  const decoded = decodeSecretData(cursor);
  return decoded === undefined ? judgeScalar(cursor, place, file, detect) : judgeDecoded(cursor, decoded, place, detect);
}

/** Of what overlaps, the first. */
function getFirst(found: readonly FoundSecret[]): FoundSecret[] {
  const list = createRangeList<FoundSecret & { readonly range: Range }>();
  for (const secret of found) list.add({ ...secret, range: secret.match.range });
  return [...list.items];
}

/** Where the format of the file says what a credential is, nothing else does. */
function isFormatValue(cursor: Cursor<ScalarTree>, formats: readonly FileFormat[], found: FoundSecret[]): boolean {
  if (formats.length === 0) return false;
  const keys = getKeys(cursor);
  const value = { name: keys.at(-1) ?? '', path: keys.slice(0, -1), value: cursor.node.text, range: cursor.node.content };
  const format = findFormat(formats, value);
  if (format === undefined) return false;
  const match = matchFormat(format, value);
  if (match !== undefined) found.push({ match, cursor });
  return true;
}

/** Its scripts are commands. */
const isPackage = (path: string): boolean => /(?:^|\/)package\.json$/u.test(path);

/** The name that holds a value, for finding its parameter. */
export function getSubject(cursor: Cursor<ScalarTree>): Subject | undefined {
  const ofManifest = getSecretSubject(cursor);
  if (ofManifest !== undefined) return ofManifest;
  const keys = getKeys(cursor).filter((key) => !isWrapperKey(key));
  const beside = getNameBeside(cursor) ?? getDeclaredParameter(cursor);
  if (beside !== undefined) return { name: beside, path: keys.slice(0, -1) };
  const name = keys.at(-1);
  return name === undefined ? undefined : { name, path: keys.slice(0, -1) };
}

/** Manifests of tools, whose names and values are public. */
const isTokensOnly = (path: string): boolean =>
  isLockPath(path) ||
  /(?:^|\/)(?:package|bower|composer|lerna|nx|turbo|manifest|tslint|biome|deno|angular|project|cspell|[tj]sconfig[\w.-]*)\.jsonc?$|\.schema\.(?:json|ya?ml)$|[.-]lock\.(?:json|ya?ml)$|(?:^|\/)\.(?:eslintrc|prettierrc|babelrc)[\w.-]*$/iu.test(
    path,
  );

const isJsonSchema = (root: Tree): boolean => /json-schema\.org/u.test(getText(getValue(root, '$schema')) ?? '') && getEntry(root, 'properties', 'definitions', '$defs', 'type') !== undefined;

/** The value is made elsewhere, sealed, or a model for others. */
function isElsewhere(cursor: Cursor<ScalarTree>): boolean {
  if (isDeployTimeValue(cursor) || (cursor.node.tag !== undefined && cursor.node.tag !== '!Sub')) return true;
  const keys = getKeys(cursor);
  // what CodeBuild and ECS read from a store, what CloudFormation compares, and what an ExternalSecret calls the keys of the Secret that it makes
  if (/^(?:secrets-manager|parameter-store)$/u.test(keys.at(-2) ?? '') || /^valueFrom$/iu.test(keys.at(-1) ?? '') || keys[0] === 'Conditions' || keys.includes('Fn::Equals') || (cursor.key === 'secretKey' && isOfExternalSecrets(cursor))) return true;
  return keys.some((key) => /^(?:encryptedData|sops|x-amazon-apigateway|examples?|\$ref|enum|allowedPattern)$|^(?:encrypted|sealed)/iu.test(key));
}

const isOfExternalSecrets = (cursor: Cursor): boolean => getEntry(cursor.parent?.node, 'remoteRef') !== undefined || /^external-secrets\.io\//u.test(getText(getValue(getRoot(cursor), 'apiVersion')) ?? '');

function getPlace(path: string, cursor: Cursor): Place {
  if (isLocalePath(path) || /(?:^|\/)[a-z]{2}(?:[-_][A-Za-z]{2})?\.json$/u.test(path)) return 'text';
  if (isTestPath(path)) return cursor.key === undefined ? 'test' : 'test-login';
  // items of a list are mostly names of secrets
  if (cursor.key === undefined) return 'code';
  // what a machine made is as sure in any line of settings
  return hasConnectionBeside(cursor) && getNameKind(cursor.key) !== 'secret' ? 'connection' : 'setting';
}

function hasConnectionBeside({ parent }: Cursor): boolean {
  if (!isCursorOn(parent, 'map')) return false;
  const known = connections.get(parent.node);
  if (known !== undefined) return known;
  const isConnection = parent.node.entries.some(({ key }) => /^(?:\w*host(?:name)?|\w*user(?:name)?|login|port|database|db(?:name)?|endpoint|server|account)$/iu.test(key));
  connections.set(parent.node, isConnection);
  return isConnection;
}

/** Asked for each value of a map. */
const connections = new WeakMap<Tree, boolean>();

function judgeScalar(cursor: Cursor<ScalarTree>, place: Place, file: StructuredFile, detect: Detect): FoundSecret[] {
  const subject = getSubject(cursor);
  const { node } = cursor;
  if (subject === undefined || isLabel(subject.name, node, place, file)) return [];
  const holder = getHolder(subject);
  const match = detect.named({ ...holder, place: holder === subject ? place : asOfMap(place), value: node.text.trimEnd(), range: node.content });
  return match === undefined ? judgeInner(cursor, file, place, detect) : [{ match, cursor }];
}

/** In a map of secrets the map's name says what they are: `app_secrets: {blue: …}`. */
const getHolder = (subject: Subject): Subject => {
  const map = subject.path.at(-1);
  return map === undefined || !/(?:secrets|tokens|passwords|api_?keys)$/iu.test(map) || getNameKind(subject.name) !== undefined ? subject : { ...subject, name: map };
};

/** Beside them other things stand too: only what is random is believed. */
const asOfMap = (place: Place): Place => (place === 'setting' || place === 'connection' ? 'sample' : place);

/** Interface texts in another script; names of resources that hold the secret. */
function isLabel(name: string, { text, style }: ScalarTree, place: Place, file: StructuredFile): boolean {
  if (place === 'text' && /[^\0-\u007F]/u.test(text)) return true;
  if (style === 'plain' && file.format === 'yaml' && /^(?:true|false|yes|no|null|~)$/iu.test(text)) return true;
  if (getNameKind(name) !== 'secret') return false;
  const words = splitWords(name);
  if (words.length === 1 && /^secrets?$/u.test(words[0] ?? '') && !/\d/u.test(text) && classifyValue(text) === 'identifier') return true;
  // a word under a key is what it opens: `accountKey: operations`
  if (words.at(-1) === 'key' && /^[a-z]{3,}$/u.test(text) && getWordLikeness(text) > 0.5) return true;
  return classifyValue(text) === 'identifier' && (/^[a-z][a-z\d.-]*$/u.test(text) || words[0] === 'existing' || /^[A-Z][A-Z\d_]*$/u.test(text));
}

/** Assignments inside a text: commands, `NAME=value` items, connection strings. */
function judgeInner(cursor: Cursor<ScalarTree>, file: StructuredFile, place: Place, detect: Detect): FoundSecret[] {
  const { node } = cursor;
  const raw = file.text.slice(...node.content);
  const found: FoundSecret[] = raw.includes('${') ? judgeDefaults(cursor, raw, place, detect) : [];
  if (!raw.includes('=')) return found;
  for (const { name, nameRange, value, range } of findAssignments(raw, { bare: true })) {
    if (!/^[A-Z][A-Z\d_]*$|^Password$|^Pwd$/u.test(name) || raw.charAt(nameRange[1]) !== '=' || /^[$`]/u.test(value)) continue;
    const offset = node.content[0];
    const inner = /;/u.test(raw) && /^P/u.test(name) ? 'connection' : place === 'code' ? 'setting' : place;
    const match = detect.named({ name, path: [], value, range: [range[0] + offset, range[1] + offset], place: inner });
    if (match !== undefined) found.push({ match: { ...match, isWholeValue: false }, cursor, name });
  }
  return found;
}

/** `${DB_PASSWORD:-…}` of Compose and Spring's `${db.password:…}`, within a longer text too. */
function judgeDefaults(cursor: Cursor<ScalarTree>, raw: string, place: Place, detect: Detect): FoundSecret[] {
  return [...raw.matchAll(/\$\{(?<name>[A-Za-z_][\w.-]{1,99}):[-=]?(?<value>[^${}\s"'`]{3,512})\}/gu)].flatMap(({ 0: whole, index, groups }) => {
    const { name = '', value = '' } = groups ?? {};
    const end = cursor.node.content[0] + index + whole.length - 1;
    const match = detect.named({ name, path: [], value, range: [end - value.length, end], place: place === 'code' ? 'setting' : place });
    return match === undefined ? [] : [{ match: { ...match, isWholeValue: false }, cursor, name }];
  });
}

function judgeDecoded(cursor: Cursor<ScalarTree>, decoded: string, place: Place, detect: Detect): FoundSecret[] {
  const range = cursor.node.content;
  const [token] = detect.tokens(decoded);
  if (token !== undefined) return [{ match: { ...token, range }, cursor }];
  const match = detect.named({ name: cursor.key ?? '', path: [], value: decoded.trimEnd(), range, place });
  return match === undefined ? [] : [{ match, cursor }];
}

/** `{name: DB_PASSWORD, value: …}` and its kin in ECS, Kubernetes, CloudFormation, Azure and Postman. */
function getNameBeside(cursor: Cursor): string | undefined {
  if (!/^(?:default)?value$|^ParameterValue$/iu.test(cursor.key ?? '')) return undefined;
  // an output of Terraform
  if (getEntry(cursor.parent?.node, 'sensitive') !== undefined) return cursor.parent?.key;
  return getText(getValue(cursor.parent?.node, 'name', 'Name', 'key', 'Key', 'ParameterKey', 'parameterKey', 'OptionName', 'option_name'));
}

/** Keys that only say how the value is made. */
const isWrapperKey = (key: string): boolean => key === 'Fn::Sub' || key === 'Fn::If' || key === 'stringData';
