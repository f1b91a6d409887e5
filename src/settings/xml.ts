import type { FormatValue } from '../core/file-format.ts';
import type { Range } from '../core/range.ts';
import { decodeBase64 } from './base64.ts';

/**
 * The named values of markup: an element's text, an attribute, and what stands beside a name in one of the usual ways
 * (`name="…" value="…"`, `<name>` before `<value>`, a property list's `<key>`). Any text is taken; nothing has to be closed.
 */
export function* readXml(text: string): Generator<FormatValue> {
  const open: Element[] = [{ name: '', attributes: [], label: '' }];
  for (let offset = text.indexOf('<'); offset !== -1; ) {
    const end = getTagEnd(text, offset);
    const mark = text.charAt(offset + 1);
    if (mark === '/') close(open, text.slice(offset + 2, end - 1).trim());
    else if (mark !== '!' && mark !== '?') {
      const element = toElement(text, offset, end);
      yield* readAttributes(element, open);
      if (!text.startsWith('/>', end - 2) && open.length < maxOpen) open.push(element);
    }
    const next = text.indexOf('<', end);
    const element = open.at(-1);
    const range = findContent(text, end, next === -1 ? text.length : next);
    if (element !== undefined && mark !== '/' && range !== undefined) yield* readText(text, element, open, range);
    offset = next;
  }
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly range: Range;
}

interface Element {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** Of the last `<key>` or `<name>` within it. */
  label: string;
}

/** Comments, data sections and declarations have ends of their own; a bracket within quotes ends no tag. */
function getTagEnd(text: string, start: number): number {
  // its text is content
  if (text.startsWith('<![CDATA[', start)) return start + 9;
  for (const [opener, closer] of sections) {
    if (!text.startsWith(opener, start)) continue;
    const end = text.indexOf(closer, start + opener.length);
    return end === -1 ? text.length : end + closer.length;
  }
  tag.lastIndex = start;
  return start + Math.max(1, tag.exec(text)?.[0].length ?? 1);
}

const sections = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

const tag = /<[^<>"']{0,2000}(?:(?:"[^"<]{0,8192}"|'[^'<]{0,8192}')[^<>"']{0,2000}){0,200}>/uy;

function toElement(text: string, start: number, end: number): Element {
  const source = text.slice(start, end);
  const name = /^<(?<name>[\w.:-]{1,200})/u.exec(source)?.groups?.['name'] ?? '';
  const attributes = [...source.matchAll(attribute)].map((found): Attribute => {
    const { name: key = '', double, single } = found.groups ?? {};
    const raw = double ?? single ?? '';
    const from = start + found.index + found[0].length - 1 - raw.length;
    return { name: key, value: unescape(raw), range: [from, from + raw.length] };
  });
  return { name, attributes, label: '' };
}

const attribute = /(?<=[\s"'])(?<name>[\w.:-]{1,100})[ \t\r\n]{0,20}=[ \t\r\n]{0,20}(?:"(?<double>[^"<]{0,8192})"|'(?<single>[^'<]{0,8192})')/gu;

function close(open: Element[], name: string): void {
  const index = open.findLastIndex((element) => element.name === name);
  if (index > 0) open.length = index;
}

/** Nothing that people write nests deeper. */
const maxOpen = 200;

/** `<add key="ApiKey" value="…"/>` gives the value under the name beside it, any other attribute its own. */
function* readAttributes({ name, attributes }: Element, open: readonly Element[]): Generator<FormatValue> {
  const path = getPath(open);
  const label = attributes.find((one) => labels.has(one.name.toLowerCase()))?.value;
  for (const { name: key, value, range } of attributes) {
    if (range[0] === range[1]) continue;
    const isLabelled = label !== undefined && values.has(key.toLowerCase());
    if (isLabelled) yield { name: label, path: [...path, name], value, range };
    else if (values.has(key.toLowerCase())) yield { name, path, value, range };
    else if (!labels.has(key.toLowerCase())) yield { name: getLocalName(key), path: [...path, name], value, range };
  }
}

const labels = new Set(['name', 'key', 'property', 'param', 'variable', 'attribute', 'field', 'option', 'propertyname']);
const values = new Set(['value', 'default', 'defaultvalue', 'content', 'val', 'data']);

function* readText(text: string, element: Element, open: readonly Element[], range: Range): Generator<FormatValue> {
  const parent = open.at(-2);
  const raw = text.slice(...range);
  const local = getLocalName(element.name);
  if (/^(?:key|name|id|variable|param-name|env-entry-name)$/iu.test(local)) {
    if (parent !== undefined && raw.length <= 200) parent.label = raw;
    return;
  }
  const isBase64 = element.attributes.some(({ name, value }) => name === 'encoding' && value === 'base64');
  const value = (isBase64 ? decodeBase64(raw) : undefined) ?? unescape(raw);
  const own = element.attributes.find(({ name }) => labels.has(name.toLowerCase()) || (name === 'id' && /^(?:setting|property|entry|param)$/u.test(local)))?.value;
  const path = getPath(open.slice(0, -1));
  if (own !== undefined) yield { name: own, path: [...path, element.name], value, range };
  else if (isValueElement.test(local) && parent !== undefined) yield { name: getLabel(parent, element), path, value, range };
  else yield { name: local, path, value, range };
}

/** Elements that only say of what type the value is. */
const isValueElement = /^(?:value|string|data|defaultvalue|default|param-value|env-entry-value|text)$/iu;

const getLabel = (parent: Element, element: Element): string => {
  const own = parent.attributes.find(({ name }) => labels.has(name.toLowerCase()))?.value;
  const label = parent.label === '' ? own : parent.label;
  parent.label = '';
  return label ?? (getLocalName(parent.name) === '' ? element.name : getLocalName(parent.name));
};

/** Without the space around it; undefined for none and for data. */
function findContent(text: string, start: number, end: number): Range | undefined {
  if (end - start > 20_000) return undefined;
  const raw = text.slice(start, end).replace(/\]\]>\s*$/u, '');
  const trimmed = raw.trim();
  if (trimmed === '') return undefined;
  const from = start + raw.indexOf(trimmed);
  return [from, from + trimmed.length];
}

const getPath = (open: readonly Element[]): string[] => open.slice(1).slice(-6).map(({ name }) => getLocalName(name));

const getLocalName = (name: string): string => name.replace(/^[\w.-]{1,100}:(?=\w)/u, '');

const unescape = (raw: string): string =>
  raw.includes('&') ? raw.replace(/&(?:#x(?<hex>[\da-f]{1,6})|#(?<decimal>\d{1,7})|(?<name>amp|lt|gt|quot|apos));/giu, (whole: string, hex?: string, decimal?: string, name?: string) => (name === undefined ? toCharacter(parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16), whole) : (entities[name.toLowerCase()] ?? whole))) : raw;

const toCharacter = (code: number, otherwise: string): string => (code <= 0x10ffff ? String.fromCodePoint(code) : otherwise);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
