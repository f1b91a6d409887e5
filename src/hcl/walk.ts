import { parseHclExpression } from './parser.ts';
import { getItem, getPlainText, type Attribute, type Block, type Body, type Expression, type HclObject, type Text, type Tuple } from './syntax.ts';

/** An expression with its way from the file. */
export interface HclCursor<E extends Expression = Expression> {
  readonly node: E;
  /** Key in the parent where that is an object. */
  readonly key?: string;
  readonly parent?: HclCursor;
  readonly attribute: Attribute;
  /** Of the attribute, for names beside it. */
  readonly body: Body;
  /** Around the attribute, outermost first. */
  readonly blocks: readonly Block[];
  /** Within the text of a heredoc. */
  readonly isEmbedded: boolean;
}

/** Every expression of a body, from the top; JSON within heredocs is read as HCL, which takes it. */
export function* walkBody(body: Body, text: string, blocks: readonly Block[] = []): Generator<HclCursor> {
  for (const attribute of body.attributes) yield* walk({ node: attribute.value, attribute, body, blocks, isEmbedded: false }, text);
  for (const block of body.blocks) yield* walkBody(block.body, text, [...blocks, block]);
}

export const isOn = <K extends Expression['kind']>(cursor: HclCursor | undefined, kind: K): cursor is HclCursor<Extract<Expression, { kind: K }>> => cursor?.node.kind === kind;

/** Keys from the attribute on, places in lists left out. */
export function getKeys(cursor: HclCursor): string[] {
  const keys: string[] = [];
  for (let at: HclCursor | undefined = cursor; at !== undefined; at = at.parent) if (at.key !== undefined) keys.push(at.key);
  return [...keys, cursor.attribute.name].reverse();
}

/** `{ name = "DB_PASSWORD", value = "…" }`, in an object or a block. */
export function getNameBeside(cursor: HclCursor): string | undefined {
  if (!/^value$/iu.test(cursor.key ?? (cursor.parent === undefined ? cursor.attribute.name : ''))) return undefined;
  if (isOn(cursor.parent, 'object')) return getPlainText(getItem(cursor.parent.node, 'name', 'Name', 'key')?.value);
  return getPlainText(cursor.body.attributes.find(({ name }) => name === 'name' || name === 'key')?.value);
}

function* walk(cursor: HclCursor, text: string): Generator<HclCursor> {
  yield cursor;
  for (const child of getChildren(cursor)) yield* walk(child, text);
  if (cursor.node.kind !== 'text' || !cursor.node.isHeredoc || !/^\s*[[{]/u.test(cursor.node.text)) return;
  const embedded = parseHclExpression(text, cursor.node.content);
  if (embedded !== undefined) yield* walk({ ...cursor, node: embedded, parent: cursor, isEmbedded: true }, text);
}

function getChildren(parent: HclCursor): HclCursor[] {
  const { attribute, body, blocks, isEmbedded } = parent;
  const shared = { parent, attribute, body, blocks, isEmbedded };
  if (parent.node.kind === 'object') return (parent.node satisfies HclObject).items.map(({ key, value }) => ({ node: value, ...shared, ...(key === undefined ? {} : { key }) }));
  if (parent.node.kind === 'tuple') return (parent.node satisfies Tuple).items.map((node) => ({ node, ...shared }));
  return 'parts' in parent.node ? parent.node.parts.map((node) => ({ node, ...shared })) : [];
}

export type TextCursor = HclCursor<Text>;
