import { readValue, type Assignment } from '../core/assigned-value.ts';
import { toCharacters } from '../core/characters.ts';
import type { Detect, Place } from '../core/detect.ts';
import { unescape } from '../core/escapes.ts';
import { createHarmlessPairs, type HarmlessPairs } from '../core/harmless-pairs.ts';
import { getFiguresStart, getNameKind, withoutFigures, type NameKind } from '../core/names.ts';
import { isCommandsPath, isDocumentPath, isLocalePath } from '../core/paths.ts';
import { toOwnText } from '../core/own-text.ts';
import type { Range } from '../core/range.ts';
import { readProperties } from '../core/properties.ts';
import { getTextPlace, hasBareValues, isCode, tellsPasswords } from '../core/text-places.ts';
import { createKnownNames, type KnownNames } from '../ecmascript/may-hold-secret.ts';
import { readIni } from '../settings/ini.ts';
import { readToml } from '../settings/toml.ts';
import { readXml } from '../settings/xml.ts';
import type { Reading } from './reading.ts';

/** A name with its surroundings. */
export interface NamedPlace {
  readonly text: string;
  /** Of the name within the text, with what it is a member of. */
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
  readonly path: string;
  /** Of a text that no format reads. */
  readonly getTextPlaces: () => TextPlaces;
  readonly done: Done;
  /** How surely the file may assign a credential. */
  readonly places: readonly Place[];
  /** Of a value that is read by its name: whether one like it is believed in such a file. */
  readonly isBelieved: (value: string) => boolean;
}

/** What was read of a text, so that a line or a tag of many names is not read for each of them. */
export interface Done {
  /** Up to where maps of many values were. */
  many: number;
  /** Beside or around a name, up to where. */
  readonly beside: Map<string, number>;
  readonly around: Map<string, number>;
  /** Tags and entries that begin in it. */
  window: Range;
  /** Settings of a line that begins there. */
  line: number;
}

export const createDone = (): Done => ({ many: -1, beside: new Map(), around: new Map(), window: [0, 0], line: -1 });

/** What a text that no format reads may hold, by what it is called. */
export interface TextPlaces {
  readonly place: Place;
  /** Values without quotes count. */
  readonly hasBare: boolean;
  /** Commands stand in it, in which every value counts. */
  readonly hasCommands: boolean;
  /** A password may be told in words. */
  readonly isTelling: boolean;
}

/** Of a part of a file commands are not read. */
export function getTextPlaces(path: string, isPart: boolean): TextPlaces {
  const place = getTextPlace(path);
  return { place, hasBare: hasBareValues(path, place), hasCommands: !isPart && isCommandsPath(path), isTelling: tellsPasswords(path) };
}

/** What was asked before: names and values repeat. */
export interface Known {
  readonly kinds: Map<string, NameKind | undefined>;
  readonly harmless: HarmlessPairs;
  readonly inPrograms: KnownNames;
}

export const createKnown = (): Known => ({ kinds: new Map(), harmless: createHarmlessPairs(), inPrograms: createKnownNames() });

/** The kind of a name in any way in which scanners cut it: whole, without what it is a member of, as the field that a setter sets. */
export function getAnyKind(name: string, { kinds }: Known): NameKind | undefined {
  const stored = kinds.get(name);
  if (stored !== undefined || kinds.has(name)) return stored;
  const kind = findAnyKind(name);
  if (kinds.size > mostKnown) kinds.clear();
  kinds.set(toOwnText(name), kind);
  return kind;
}

/** The same for who remembers names. Its last part decides: parts repeat, and are remembered. */
export function findAnyKind(name: string): NameKind | undefined {
  const characters = toCharacters(name);
  const parts = characters.split(/[.$]/u);
  return parts.map(getPartKind).findLast((found) => found !== undefined) ?? (parts.length > 1 ? getNameKind(characters) : undefined);
}

/** As the field that a setter sets, and behind the end of an escape. */
function getPartKind(part: string): NameKind | undefined {
  const kind = getNameKind(part);
  if (kind !== undefined) return kind;
  const field = part.replace(/^(?:(?:with|use|set)_?(?=[A-Z]|p)|u00[\dA-Fa-f]{2}|[23][\dA-Fa-f]|x[\dA-Fa-f]{2})/u, '');
  return field === part ? undefined : getNameKind(field);
}

const mostKnown = 50_000;

/** What a longer value is, its beginning tells. */
const mostJudged = 600;

/** Whether a secret may be given to a name of this kind: false means that no scanner of such a file finds one by it. */
export function mayBeGiven(place: NamedPlace, name: string, kind: NameKind, detect: Detect, known: Known): boolean {
  for (const { name: ownBytes = name, value: bytes, isOfMany = false } of readValues(place, name)) {
    const own = toCharacters(ownBytes);
    const ownKind = ownBytes === name ? kind : getAnyKind(own, known);
    if (ownKind === undefined || !place.isBelieved(bytes)) continue;
    const value = toCharacters(bytes.slice(0, mostJudged));
    // beside them other things stand too: no such value is believed as one of a setting is
    const places = isOfMany ? place.places.filter((one) => !/^(?:sink|connection|setting)$/u.test(one)) : place.places;
    const pair = known.harmless.isAsked() ? `${String(places.length)} ${withoutFigures(own, value)} ${value}` : undefined;
    if (pair !== undefined && known.harmless.has(pair)) continue;
    if (isPlausible(own, ownKind, value, detect, places)) return true;
    if (pair !== undefined) known.harmless.add(pair);
  }
  return false;
}

/** As the scanners of a file may take its places. */
export function getPlaces(path: string, reading: Reading): readonly Place[] {
  if (isLocalePath(path)) return ['text', 'code'];
  return reading === 'bare-text' && isDocumentPath(path) ? ['text', 'code', 'test'] : everyPlace;
}

const everyPlace: readonly Place[] = ['sink', 'connection', 'setting', 'test', 'test-login', 'sample', 'text', 'code'];

function isPlausible(name: string, kind: NameKind, value: string, detect: Detect, places: readonly Place[]): boolean {
  if (kind === 'secret' && value.length < 3 && !/^\S{3,} /u.test(value)) return false;
  if (value.includes('\\')) return isPlausible(name, kind, unescape(value), detect, places) || isPlausible(name, kind, value.slice(0, value.indexOf('\\')), detect, places);
  const field = name.replace(/^.*?(?:set|with|use)_?(?=[A-Z]|p)/u, '');
  return places.some((place) => detect.named({ name, path: [], value, range: [0, 0], place }) !== undefined || (field !== name && detect.named({ name: field, path: [], value, range: [0, 0], place }) !== undefined));
}

interface Given {
  /** The name that the value has there, if it is another. */
  readonly name?: string;
  readonly value: string;
  /** One of a map that is called by what its values are. */
  readonly isOfMany?: boolean;
}

function* readValues(place: NamedPlace, name: string): Generator<Given> {
  const { text, start, reading, path } = place;
  const assignment = readValue(text, start, name, reading !== 'text');
  if (assignment !== undefined && !(reading === 'bare-text' && isCodeThere(assignment, place.getTextPlaces()))) yield assignment;
  if (reading === 'document') {
    yield* readDocument(place, name);
    // a line of a program in quotes
    const cell = path.endsWith('.ipynb') ? readValue(cut(text, start, near).replace(/\\(["\\/n])/gu, (_, mark: string) => (mark === 'n' ? '\n' : mark)), 0, name, true) : undefined;
    if (cell !== undefined) yield cell;
  }
  else if (reading === 'xml') yield* readXml(cutWindow(place, getTagStart(text, start)));
  else if (reading === 'lines') yield* readLine(place);
  else if (reading === 'toml') yield* readToml(cutWindow(place, getLineStart(text, start)));
  else if (reading === 'terraform') yield* readAround(place, name);
  else if (reading === 'ini') yield* readSettings(place);
}

/** What a line sets, whichever of its names is asked for. */
function* readSettings({ text, start, path, done }: NamedPlace): Generator<Given> {
  const lineStart = getLineStart(text, start);
  // of one that is too long its beginning is not known: from every so many characters
  const from = start - lineStart < longestLine ? lineStart : lineStart - (lineStart % step);
  if (done.line === from) return;
  done.line = from;
  yield* readIni(path, text.slice(from, getLineEnd(text, start)));
  for (const { key, value } of readProperties(text.slice(from, getEnd(text, start)))) yield { name: key, value };
}

const step = 1000;

/** A part that is read whichever of its names is asked for; empty where it was. Where names are close, more is read at once. */
function cutWindow({ text, done }: NamedPlace, from: number): string {
  const [first, last] = done.window;
  if (from >= first && from < last) return '';
  const isClose = from >= first && from < last + near;
  done.window = [from, from + (isClose ? step : 1)];
  return cut(text, from, near + (isClose ? step : 0));
}

/** Not read as a value without quotes. */
const isCodeThere = (assignment: Assignment, { place, hasBare, hasCommands }: TextPlaces): boolean => !hasCommands && !assignment.isQuoted && assignment.isOption !== true && (!hasBare || isCode(assignment, place));

/** Of the tag around a place. */
function getTagStart(text: string, index: number): number {
  const from = Math.max(0, index - near);
  return Math.max(from, from + text.slice(from, index).lastIndexOf('<'));
}

const cut = (text: string, from: number, length: number): string => text.slice(Math.max(0, from), Math.max(0, from) + length);

const before = 160;
const near = 600;

/** Options of commands, and lines of `NAME value`. */
function* readLine({ text, start, end }: NamedPlace): Generator<Given> {
  const from = Math.max(getLineStart(text, start), start - near);
  const stop = Math.min(getEnd(text, end), end + near);
  // in a Dockerfile up to a blank
  const word = /^=(?<value>[^\s"']{3,512})/u.exec(text.slice(end, stop))?.groups?.['value'];
  if (word !== undefined) yield { value: word };
  if (/(?:^|\s)(?:setenv|set|ENV|ARG|LABEL|-\w*)\s|-$/u.test(text.slice(from, start)) || text.charAt(start) === '-') {
    for (const value of readQuoted(text, end, stop)) yield { value };
    for (const value of readBare(text, end, stop)) yield { value };
  }
  // a default, and what is piped or a pair within quotes
  for (const value of readQuoted(text, from, stop)) yield { value };
}

/** What stands in quotes before and behind a name. What was tried with the same name is not tried again, but for what says the figures of this one. */
function* readAround({ text, start, done: { around } }: NamedPlace, name: string): Generator<Given> {
  const figures = getFiguresStart(name);
  const key = name.slice(0, figures);
  const own = name.slice(figures);
  const from = Math.max(0, start - before);
  const done = Math.max(from, around.get(key) ?? 0);
  const isAgain = own !== '' && isBeside(text, own, [from, done + longest], [start, start + name.length]);
  const values = readQuoted(text, isAgain ? from : done, start + near);
  let next = values.next();
  for (; next.done !== true; next = values.next()) yield { value: next.value };
  if (around.size > mostNames) around.clear();
  around.set(key, next.value);
}

const mostNames = 1000;

/** Whether a text comes again in a range, apart from a part of it. */
function isBeside(text: string, own: string, [from, to]: Range, [start, end]: Range): boolean {
  const part = text.slice(from, to);
  let at = part.indexOf(own);
  while (at !== -1 && from + at >= start && from + at < end) at = part.indexOf(own, at + 1);
  return at !== -1;
}

/** Between each two quotes of a kind, however they pair: a quote may also end what another began. Gives where it ended. */
function* readQuoted(text: string, from: number, limit: number): Generator<string, number> {
  let count = 0;
  let open = from;
  for (; open < limit && count < mostValues; open++) {
    const quote = text.charAt(open);
    if (quote !== '"' && quote !== "'" && quote !== '`') continue;
    const value = readTo(quote, text, open + 1);
    if (value === undefined || value.length < 3) continue;
    count++;
    yield value;
  }
  return open;
}

function readTo(quote: string, text: string, from: number): string | undefined {
  const part = text.slice(from, from + longest);
  for (let end = part.indexOf(quote); end !== -1; end = part.indexOf(quote, end + 1)) {
    if (part.charAt(end - 1) === '\\' && quote !== '`') continue;
    return quote !== '`' && part.lastIndexOf('\n', end) !== -1 ? undefined : part.slice(0, end);
  }
  return undefined;
}

/** Characters of a value, and how many are tried beside one name: a text is not read again for each of its names. */
const longest = 512;
const mostValues = 24;

function* readBare(text: string, from: number, limit: number): Generator<string> {
  let count = 0;
  for (const [value] of text.slice(from, limit).matchAll(bare)) {
    if (count++ >= mostValues) return;
    yield value;
  }
}

const bare = /[^\s"'`#;,<>{}()[\]|&=:][^\s"'`;<>|&]{2,511}/gu;

/** Longer lines are no settings of a person. */
const longestLine = 4000;

function getLineStart(text: string, index: number): number {
  const from = Math.max(0, index - longestLine);
  return from + text.slice(from, index).lastIndexOf('\n') + 1;
}

function getLineEnd(text: string, from: number): number {
  const end = text.slice(from, from + longestLine).indexOf('\n');
  return end === -1 ? Math.min(text.length, from + longestLine) : from + end;
}

/** Of the line with those that continue it. */
function getEnd(text: string, from: number): number {
  let end = getLineEnd(text, from);
  while (end < text.length && end - from < longestLine && text.charAt(end - 1) === '\\') end = getLineEnd(text, end + 1);
  return end;
}

/** A key with its value, a name with a value beside it, a key over what says more. */
function* readDocument(place: NamedPlace, name: string): Generator<Given> {
  const { text, start, end } = place;
  const found = readSeparator(text, start, end);
  if (found === undefined) {
    if (isValue(text, start)) yield* readBeside(place, name, Math.max(0, start - near), end + near);
    return;
  }
  const at = end + found.length;
  inline.lastIndex = at;
  const value = inline.exec(text)?.groups;
  if (value !== undefined) {
    yield { value: value['double'] ?? value['single'] ?? (value['plain'] ?? '').trimEnd() };
    // before the brackets that hold it
    if (/[}\],]\s*$/u.test(value['plain'] ?? '')) yield { value: (value['plain'] ?? '').replace(/[}\],\s]{1,20}$/u, '') };
  }
  // the quote ends on a later line, or nowhere
  else if (/["']/u.test(text.charAt(at))) yield { value: text.slice(at + 1, Math.min(getLineEnd(text, at), at + near)) };
  else {
    yield* readBelow(text, at);
    yield* readBeside(place, name, at, at + near);
    yield* readItems(text, at);
    if (ofMany.test(name) && at > place.done.many) {
      place.done.many = at + near;
      for (const one of readScalars(text, at, at + far)) yield { value: one, isOfMany: true };
    }
  }
}

/** Between a key and its value; that of a key with a mark of its own stands on the next line (YAML 1.2.2, section 8.2.2). */
function readSeparator(text: string, start: number, end: number): string | undefined {
  const marked = /\?[ \t]{1,8}["']?$/u.test(text.slice(Math.max(0, start - 10), start)) ? separatorBelow : separator;
  marked.lastIndex = end;
  return marked.exec(text)?.[0];
}

const separatorBelow = /["']?[ \t]{0,8}(?:#[^\n]{0,400})?\r?\n[ \t]{0,80}:[ \t]{1,8}(?:[&!][^\s]{1,80}[ \t]{1,8}){0,2}/uy;

/** A value on the line below its key. */
function* readBelow(text: string, at: number): Generator<Given> {
  below.lastIndex = at;
  const found = below.exec(text);
  if (found === null) return;
  inline.lastIndex = at + found[0].length;
  const { double, single, plain } = inline.exec(text)?.groups ?? {};
  const value = double ?? single ?? plain?.trimEnd();
  if (value !== undefined && (plain === undefined || !/:(?:\s|$)/u.test(value))) yield { value };
}

const below = /(?:#[^\n]{0,400})?\r?\n[ \t]{1,80}(?:[&!][^\s]{1,80}[ \t]{1,8}){0,2}(?![-?][ \t])/uy;

/** What the keys hold under which a value stands beside its name. */
function* readBeside({ text, done }: NamedPlace, name: string, start: number, limit: number): Generator<Given> {
  const from = Math.max(start, done.beside.get(name) ?? 0);
  if (from >= limit) return;
  done.beside.set(name, limit);
  for (const found of text.slice(from, limit + longestKey).matchAll(beside)) {
    if (found.index > limit - from) return;
    const at = from + found.index + found[0].length;
    inline.lastIndex = at;
    const { double, single, plain } = inline.exec(text)?.groups ?? {};
    const value = double ?? single ?? plain?.trimEnd();
    if (value !== undefined) yield { value };
    // one of several: `"Fn::If": ["IsProduction", "…", "…"]`
    else yield* readItems(text, at);
  }
}

/** The items of a list, and the lines of a block. */
function* readItems(text: string, at: number): Generator<Given> {
  const part = text.slice(at, at + near);
  if (/^\s{0,80}\[/u.test(part)) for (const value of readQuoted(part, 0, near)) yield { value };
  const isBlock = /^[|>][^\n]{0,20}\r?\n/u.test(part);
  if (!isBlock && !/^\s{0,10}\n[ \t]*-/u.test(part)) return;
  for (const line of part.split('\n').slice(1, 12)) {
    const { dash, value } = /^[ \t]*(?<dash>-[ \t]+)?["']?(?<value>[^"'\r\n]{3,512})/u.exec(line)?.groups ?? {};
    if (!isBlock && dash === undefined) return;
    if (value !== undefined) yield { value: value.trimEnd() };
  }
}

/** The values of a map of many. */
function* readScalars(text: string, from: number, limit: number): Generator<string> {
  for (const found of text.slice(from, limit).matchAll(/:[ \t]{1,8}(?:"(?<double>[^"\\\r\n]{3,4096})"|'(?<single>[^'\r\n]{3,4096})'|(?<plain>[^\s"'[{|>#&*!][^\r\n]{2,511}))/gu)) {
    const { double, single, plain } = found.groups ?? {};
    yield double ?? single ?? plain?.replace(/,$/u, '').trimEnd() ?? '';
  }
}

const far = 4000;
const ofMany = /(?:secrets|tokens|passwords|api_?keys)$/iu;
const separator = /\\?["']?[ \t]{0,8}:(?=[ \t\r\n"'[{])[ \t]{0,8}(?:[&!][^\s]{1,80}[ \t]{1,8}){0,2}/uy;
const inline = /"(?<double>(?:[^"\\\r\n]|\\.){0,4096})"|'(?<single>[^'\r\n]{0,4096})'|(?<plain>[^\s"'[{|>#&*!\\][^\r\n]{0,4096})/uy;
/** With the marks before its value. */
const longestKey = 250;
const beside = /(?:[vV]alue|[dD]efault|Fn::\w{2,12}|sensitive)\\?["']?[ \t]{0,8}:[ \t]{0,8}(?:[&!][^\s]{1,80}[ \t]{1,8}){0,2}/gu;

/** The name is itself what a key has: `name: DB_PASSWORD`, `- DB_PASSWORD=…`, or ends a path that is: `Name: /shop/db-password`. */
const isValue = (text: string, start: number): boolean => /[:=,[-][ \t\r\n]{0,80}\\?["']?(?:\/[\w./-]{0,100})?$/u.test(text.slice(Math.max(0, start - 190), start));
