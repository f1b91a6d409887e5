import type { TSESTree } from '@typescript-eslint/utils';
import type { Path } from './pattern.ts';
import type { ClassNode, FunctionNode } from './syntax.ts';
import type { Node } from './walk.ts';

export type BindingKind = 'variable' | 'function' | 'class' | 'parameter' | 'catch' | 'import' | 'enum' | 'namespace';

/** One declared name. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The identifier of the first declaration. */
  readonly identifier: TSESTree.Identifier;
  /** Every expression whose value, or a part of it, the name can hold: initialisers, assignments, defaults. */
  readonly sources: Source[];
  /** Later writes to its properties: `x.a = v`, `delete x.a`, `x.push(v)`. */
  readonly writes: Write[];
  readonly isReassigned: boolean;
  /** The function or class it names. */
  readonly declaration: Node | undefined;
  readonly parameter: Parameter | undefined;
  readonly imported: Imported | undefined;
  readonly typeAnnotation: TSESTree.TypeNode | undefined;
}

export interface Source {
  readonly expression: Node;
  /** Which part of the expression's value; `['*']` for `for (x of expression)`. */
  readonly path: Path;
  /** Properties left out by `...rest`. */
  readonly omitted: Path;
  /** `+=` and the like; `=` for everything else. */
  readonly operator: string;
}

export interface Write {
  readonly path: Path;
  /** Undefined for `delete`. */
  readonly value: Node | undefined;
}

export interface Parameter {
  readonly function: FunctionNode;
  readonly index: number;
  readonly path: Path;
  readonly omitted: Path;
}

export interface Imported {
  readonly source: string;
  /** `*` for a namespace, `default` for a default import. */
  readonly name: string;
}

export type Call = TSESTree.CallExpression | TSESTree.NewExpression;

export interface Scopes {
  /** What a reference means; undefined for globals. */
  getBinding(reference: TSESTree.Identifier): Binding | undefined;
  /** Outside of every function and class. */
  isTopLevel(node: Node): boolean;
  getEnclosingFunction(node: Node): FunctionNode | undefined;
  getEnclosingClass(node: Node): ClassNode | undefined;
  /** Writes to `this` in a class, fields' initialisers among them. */
  getWritesToThis(enclosing: ClassNode): readonly Write[];
  /** The call that a function or a class expression is an argument of. */
  getCallOf(argument: Node): Call | undefined;
  /** Every name bound or used in the file, also of properties and types. */
  readonly names: ReadonlySet<string>;
  /** Every call and `new`. */
  readonly calls: readonly Call[];
  readonly thrown: readonly TSESTree.ThrowStatement[];
  /** Interfaces and type aliases by name, wherever they are declared. */
  readonly types: ReadonlyMap<string, TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration>;
}
