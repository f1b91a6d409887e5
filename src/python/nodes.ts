import type { Range } from '../core/range.ts';
import type { StringToken } from './tokens.ts';

/** The tree of a program, as much of https://docs.python.org/3.12/library/ast.html as the analyses ask for. */
export type Node = Module | Statement | Expression | Argument | Entry | Parameter | Clause;

export interface Module {
  readonly type: 'Module';
  readonly range: Range;
  readonly body: Statement[];
}

export type Statement = Simple | Assign | FunctionDefinition | ClassDefinition | For | With | Import | Block;

interface Base {
  readonly range: Range;
}

/** `return`, `raise`, an expression, and everything that only holds expressions. */
export interface Simple extends Base {
  readonly type: 'Simple';
  readonly keyword: 'return' | 'raise' | 'assert' | 'del' | 'global' | 'nonlocal' | 'expression' | 'other';
  readonly values: readonly Expression[];
}

export interface Assign extends Base {
  readonly type: 'Assign';
  readonly targets: readonly Expression[];
  /** `=`, `+=`. */
  readonly operator: string;
  readonly annotation?: Expression;
  readonly value?: Expression;
}

export interface FunctionDefinition extends Base {
  readonly type: 'Function';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Statement[];
}

export interface ClassDefinition extends Base {
  readonly type: 'Class';
  readonly name: string;
  readonly bases: readonly Argument[];
  readonly body: Statement[];
}

export interface For extends Base {
  readonly type: 'For';
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: Statement[];
}

export interface With extends Base {
  readonly type: 'With';
  readonly items: readonly Argument[];
  readonly targets: readonly Expression[];
  readonly body: Statement[];
}

export interface Import extends Base {
  readonly type: 'Import';
  readonly names: readonly ImportedName[];
}

export interface ImportedName {
  /** `os.path`; dots in front of a relative one are left out. */
  readonly module: string;
  /** Of `from module import name`; `*` for all. */
  readonly name?: string;
  readonly local: string;
}

/** `if`, `elif`, `else`, `while`, `try`, `except`, `finally`, `match`, `case`. */
export interface Block extends Base {
  readonly type: 'Block';
  readonly keyword: string;
  readonly values: readonly Expression[];
  readonly body: Statement[];
}

export type Expression =
  | Name
  | Constant
  | Str
  | Attribute
  | Subscript
  | Slice
  | Call
  | Operation
  | Conditional
  | Sequence
  | Dict
  | Comprehension
  | Lambda
  | Named
  | Wrapped;

export interface Name extends Base {
  readonly type: 'Name';
  readonly id: string;
}

/** Numbers, `None`, `True`, `...`, and what is no expression. */
export interface Constant extends Base {
  readonly type: 'Constant';
  readonly text: string;
}

/** One or several literals beside each other. */
export interface Str extends Base {
  readonly type: 'Str';
  readonly tokens: readonly StringToken[];
  readonly fields: readonly Field[];
}

export interface Field {
  /** With the braces. */
  readonly range: Range;
  readonly token: StringToken;
  readonly value: Expression;
}

export interface Attribute extends Base {
  readonly type: 'Attribute';
  readonly object: Expression;
  readonly name: string;
}

export interface Subscript extends Base {
  readonly type: 'Subscript';
  readonly object: Expression;
  readonly index: Expression;
}

export interface Slice extends Base {
  readonly type: 'Slice';
  readonly lower?: Expression;
  readonly upper?: Expression;
  readonly step?: Expression;
}

export interface Call extends Base {
  readonly type: 'Call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
}

export interface Argument extends Base {
  readonly type: 'Argument';
  readonly name?: string;
  readonly star?: '*' | '**';
  readonly value: Expression;
}

/** Operands of one rank, such as `a + b - c`; a single operand for `not a` and `-a`. */
export interface Operation extends Base {
  readonly type: 'Operation';
  readonly operators: readonly string[];
  readonly operands: readonly Expression[];
}

export interface Conditional extends Base {
  readonly type: 'Conditional';
  readonly test: Expression;
  readonly body: Expression;
  readonly otherwise: Expression;
}

export interface Sequence extends Base {
  readonly type: 'Sequence';
  readonly kind: 'tuple' | 'list' | 'set';
  readonly elements: readonly Expression[];
}

export interface Dict extends Base {
  readonly type: 'Dict';
  readonly entries: readonly Entry[];
}

/** Without a key: `**mapping`. */
export interface Entry extends Base {
  readonly type: 'Entry';
  readonly key?: Expression;
  readonly value: Expression;
}

export interface Comprehension extends Base {
  readonly type: 'Comprehension';
  readonly key?: Expression;
  readonly element: Expression;
  readonly clauses: readonly Clause[];
}

export interface Clause extends Base {
  readonly type: 'Clause';
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}

export interface Lambda extends Base {
  readonly type: 'Lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

export interface Parameter extends Base {
  readonly type: 'Parameter';
  readonly name: string;
  readonly star?: '*' | '**';
  readonly annotation?: Expression;
  readonly value?: Expression;
}

/** `(name := value)` */
export interface Named extends Base {
  readonly type: 'Named';
  readonly target: Expression;
  readonly value: Expression;
}

/** `await x`, `yield x`, `*x`. */
export interface Wrapped extends Base {
  readonly type: 'Wrapped';
  readonly keyword: 'await' | 'yield' | '*';
  readonly value: Expression;
}
