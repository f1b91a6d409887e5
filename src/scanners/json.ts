import type { Node, ParseError } from 'jsonc-parser';
import type { Detect } from '../core/detect.ts';
import { formats, isJsonPath } from '../core/formats.ts';
import type { ScanResult, Unread } from '../core/problem.ts';
import { getLineStarts, getPosition, type Range } from '../core/range.ts';
import type { Asked, Scanner, SourceFile } from '../core/scanner.ts';
import { dropOverlapping } from '../core/secret-problem.ts';
import { maxDepth, type Entry, type Tree } from '../core/tree.ts';
import { mayHoldPolicy } from '../iam/policy.ts';
import { mayRefer } from '../references/may-refer.ts';
import { readDocuments } from '../structured/document.ts';
import { findLooseSecrets } from '../structured/loose-text.ts';

/** JSON with or without comments: settings, CloudFormation templates, task definitions, policies. */
export const json: Scanner = {
  id: 'json',
  handles: formats.json,
  async scan(file, detect, settings) {
    const asked = settings?.asked;
    if (asked === undefined ? !detect.mayHold(file.text) && !mayHoldPolicy(file.text) && !mayRefer(file.text) && (file.rows ?? []).length === 0 : !Object.values(asked).includes(true)) return { problems: [], unread: [] };
    // unquoted keys and single quotes: no parser here takes them
    if (/\.json5$/iu.test(file.path)) return { problems: findLooseSecrets(file, detect), unread: [] };
    if (isJsonPath(file.path) || /^\s*[[{]/u.test(file.text)) return scanJson(file, detect, asked);
    const { yaml } = await import('./yaml.ts');
    return yaml.scan(file, detect, settings);
  },
};

/**
 * The document's tree with offsets moved by `offset`, and what is wrong with the text; the parser recovers from most mistakes.
 * Undefined for a document that nests too deep.
 */
export async function parseJson(text: string, offset = 0): Promise<{ tree: Tree | undefined; errors: readonly ParseError[] } | undefined> {
  const { parseTree } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    return { tree: root === undefined ? undefined : toTree(root, text, offset, 0), errors };
  } catch (error) {
    // the parser is recursive and has no limit of its own
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function scanJson(file: SourceFile, detect: Detect, asked: Asked | undefined): Promise<ScanResult> {
  if (/\.(?:jsonl|ndjson)$/iu.test(file.path)) return scanLines(file, detect, asked);
  const parsed = await parseJson(file.text);
  if (parsed === undefined) return { problems: findLooseSecrets(file, detect), unread: [{ reason: tooDeep }] };
  const { problems, ...found } = readDocuments({ ...file, format: 'json', asked }, parsed.tree === undefined ? [] : [parsed.tree], detect);
  const [error] = parsed.errors;
  if (error === undefined) return { problems, ...found, unread: [] };
  const isTemplate = /\{\{|\{%|<%/u.test(file.text);
  return { problems: dropOverlapping([...problems, ...findLooseSecrets(file, detect)]), ...found, unread: isTemplate ? [] : [toUnread(error, file.text)] };
}

/** One document a line; lines that are none are looked at as text. */
async function scanLines(file: SourceFile, detect: Detect, asked: Asked | undefined): Promise<ScanResult> {
  const roots: Tree[] = [];
  for (const [start, line] of getLines(file.text)) {
    if (!detect.mayHold(line) && !mayHoldPolicy(line)) continue;
    const parsed = await parseJson(line, start);
    if (parsed?.tree !== undefined) roots.push(parsed.tree);
  }
  return { ...readDocuments({ ...file, format: 'json', asked }, roots, detect), unread: [] };
}

function* getLines(text: string): Generator<readonly [start: number, line: string]> {
  const starts = getLineStarts(text);
  for (const [index, start] of starts.entries()) yield [start, text.slice(start, starts[index + 1] ?? text.length)];
}

const tooDeep = `This JSON nests more than ${String(maxDepth)} levels deep and was only searched as text: split it or leave it out of the scan.`;

const toUnread = ({ offset }: ParseError, text: string): Unread => ({
  reason: 'This is not valid JSON, so a part of it was only searched as text: correct it or leave it out of the scan.',
  line: getPosition(getLineStarts(text), offset).line,
});

function toTree(node: Node, text: string, offset: number, depth: number): Tree {
  if (depth > maxDepth) throw new RangeError('nested too deep');
  const range: Range = [node.offset + offset, node.offset + node.length + offset];
  const placed = { range, outer: range };
  const children = node.children ?? [];
  if (node.type === 'array') return { kind: 'list', ...placed, isFlow: true, items: children.map((child) => toTree(child, text, offset, depth + 1)) };
  if (node.type === 'object') return { kind: 'map', ...placed, isFlow: true, entries: children.flatMap((child) => toEntry(child, text, offset, depth + 1)) };
  if (node.type === 'string') return { kind: 'scalar', ...placed, style: 'double', content: [range[0] + 1, range[1] - 1], text: String(node.value), isString: true };
  return { kind: 'scalar', ...placed, style: 'plain', content: range, text: text.slice(node.offset, node.offset + node.length), isString: false };
}

function toEntry(property: Node, text: string, offset: number, depth: number): Entry[] {
  const [key, value] = property.children ?? [];
  if (key === undefined || value === undefined) return [];
  return [{ key: String(key.value), keyRange: [key.offset + offset, key.offset + key.length + offset], value: toTree(value, text, offset, depth) }];
}
