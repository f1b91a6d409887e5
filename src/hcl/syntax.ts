import type { Range } from '../core/range.ts';

/** A body of HCL's native syntax (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md), a file's or a block's. */
export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface Attribute {
  readonly name: string;
  readonly nameRange: Range;
  /** Offset of the sign between name and value. */
  readonly equals: number;
  readonly value: Expression;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** From the type to the closing brace. */
  readonly range: Range;
}

/** Operators are not read: what they join stands in `parts`. */
export type Expression = Text | Constant | HclObject | Tuple | Call | Other;

export interface Text {
  readonly kind: 'text';
  readonly range: Range;
  /** Without quotes, or the lines of a heredoc. */
  readonly content: Range;
  /** Escapes resolved; holes as they stand. */
  readonly text: string;
  readonly hasHoles: boolean;
  readonly isHeredoc: boolean;
}

/** A number, a boolean or null. */
export interface Constant {
  readonly kind: 'constant';
  readonly range: Range;
  readonly text: string;
}

export interface HclObject {
  readonly kind: 'object';
  readonly range: Range;
  readonly items: readonly Item[];
}

export interface Item {
  /** Undefined where it is computed. */
  readonly key: string | undefined;
  readonly keyRange: Range;
  readonly value: Expression;
}

export interface Tuple {
  readonly kind: 'tuple';
  readonly range: Range;
  readonly items: readonly Expression[];
}

export interface Call {
  readonly kind: 'call';
  readonly range: Range;
  readonly name: string;
  readonly parts: readonly Expression[];
}

/** A reference, an operation, a `for` expression. */
export interface Other {
  readonly kind: 'other';
  readonly range: Range;
  readonly parts: readonly Expression[];
}

export const getAttribute = (body: Body, name: string): Attribute | undefined => body.attributes.find((attribute) => attribute.name === name);

/** The value where it is a text without holes. */
export const getPlainText = (expression: Expression | undefined): string | undefined =>
  expression?.kind === 'text' && !expression.hasHoles ? expression.text : undefined;

export const getItem = (object: HclObject, ...keys: readonly string[]): Item | undefined =>
  object.items.find(({ key }) => key !== undefined && keys.includes(key));
