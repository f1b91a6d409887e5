import type { Range } from '../core/range.ts';
import type { Argument, Call, ClassDefinition, Clause, Comprehension, Expression, FunctionDefinition, ImportedName, Lambda, Module, Name, Node, Parameter, Simple, Statement } from './nodes.ts';
import { getText } from './strings.ts';
import { getDottedPath } from './syntax.ts';
import { forEachChild } from './walk.ts';

/** Steps into a value: a key, an attribute, `*` for any element, `?` for an unknown key. */
export type Path = readonly string[];

/** A function, class, comprehension, or the module. */
export interface Scope {
  readonly node: Module | FunctionDefinition | ClassDefinition | Lambda | Comprehension;
  readonly parent: Scope | undefined;
  readonly bindings: Map<string, Binding>;
  /** Names that `global` takes from the module. */
  readonly globals: Set<string>;
}

export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  readonly sources: Source[];
  readonly writes: Write[];
  imported?: ImportedName;
  definition?: FunctionDefinition | ClassDefinition;
  parameter?: { readonly owner: FunctionDefinition | Lambda; readonly index: number; readonly node: Parameter };
  annotation?: Expression;
}

/** What a name is given, and which part of it. */
export interface Source {
  readonly expression: Expression;
  readonly path: Path;
  /** Where the statement ends, and the blocks around it, outermost first. */
  readonly offset: number;
  readonly blocks: readonly Node[];
  /** `+=` keeps what was there. */
  readonly isAdded: boolean;
}

/** `x["key"] = value`, `x.name = value`, `x.append(value)` */
export interface Write {
  readonly path: Path;
  readonly value: Expression;
  readonly offset: number;
}

/** Everything the analysis of a program asks for. */
export interface Scopes {
  readonly calls: readonly Call[];
  readonly simples: readonly { readonly statement: Simple; readonly owner: FunctionDefinition | undefined }[];
  /** Every name in the program. */
  readonly names: ReadonlySet<string>;
  getBinding(name: Name): Binding | undefined;
  /** What is given to a name where it is used: what a later statement of the same block replaces is left out. */
  getReaching(name: Name, binding: Binding): readonly Source[];
  getReturns(owner: FunctionDefinition): readonly Expression[];
  /** What `self.name` is given in the class around a method. */
  getMember(self: Name, name: string): readonly Source[] | undefined;
  getMethod(self: Name, name: string): FunctionDefinition | undefined;
}

/** Reads a program once; asked again for the same program, gives the same answer. */
export function analyzeScopes(module: Module): Scopes {
  const known = analyzed.get(module);
  if (known !== undefined) return known;
  const scopes = new Analyzer(module);
  analyzed.set(module, scopes);
  return scopes;
}

const analyzed = new WeakMap<Module, Scopes>();

interface Use {
  readonly scope: Scope;
  readonly blocks: readonly Node[];
}

class Analyzer implements Scopes {
  readonly calls: Call[] = [];
  readonly simples: { statement: Simple; owner: FunctionDefinition | undefined }[] = [];
  readonly names = new Set<string>();
  readonly #uses = new Map<Name, Use>();
  readonly #returns = new Map<FunctionDefinition, Expression[]>();
  readonly #members = new Map<ClassDefinition, Map<string, Source[]>>();
  #scope: Scope;
  #blocks: readonly Node[] = [];

  constructor(module: Module) {
    this.#scope = createScope(module, undefined);
    this.#visitAll(module.body);
  }

  getReaching(name: Name, { sources, scope }: Binding): readonly Source[] {
    const use = this.#uses.get(name);
    // a function runs at any time after its definition
    if (use === undefined || getOuterScope(use.scope) !== scope) return sources;
    const earlier = sources.filter(({ offset }) => offset <= name.range[0]);
    const certain = earlier.findLastIndex(({ blocks, isAdded }) => !isAdded && blocks.every((block, index) => use.blocks[index] === block));
    const again = sources.filter((source) => source.offset > name.range[0] && isInSameLoop(source.blocks, use.blocks));
    return [...earlier.slice(Math.max(0, certain)), ...again];
  }

  getBinding(name: Name): Binding | undefined {
    const start = this.#uses.get(name)?.scope;
    for (let scope = start; scope !== undefined; scope = scope.parent) {
      // names of a class are not seen by its methods
      if (scope.node.type === 'Class' && scope !== start) continue;
      if (scope.globals.has(name.id)) return getModuleScope(scope).bindings.get(name.id);
      const binding = scope.bindings.get(name.id);
      if (binding !== undefined) return binding;
    }
    return undefined;
  }

  getReturns(owner: FunctionDefinition): readonly Expression[] {
    return this.#returns.get(owner) ?? [];
  }

  getMember(self: Name, name: string): readonly Source[] | undefined {
    const enclosing = this.#getClass(self);
    if (enclosing === undefined) return undefined;
    return this.#members.get(enclosing)?.get(name);
  }

  getMethod(self: Name, name: string): FunctionDefinition | undefined {
    const found = this.#getClass(self)?.body.find((statement) => statement.type === 'Function' && statement.name === name);
    return found?.type === 'Function' ? found : undefined;
  }

  /** The class of a method whose first parameter a name is. */
  #getClass(self: Name): ClassDefinition | undefined {
    const binding = this.getBinding(self);
    if (binding?.parameter?.index !== 0) return undefined;
    const around = binding.scope.parent?.node;
    return around?.type === 'Class' ? around : undefined;
  }

  #visitAll(nodes: readonly Node[]): void {
    for (const node of nodes) this.#visit(node);
  }

  #visit(node: Node): void {
    switch (node.type) {
      case 'Name':
        this.names.add(node.id);
        this.#uses.set(node, { scope: this.#scope, blocks: this.#blocks });
        return;
      case 'Function':
        return this.#visitFunction(node);
      case 'Class':
        return this.#visitClass(node);
      case 'Lambda':
        return this.#visitLambda(node);
      case 'Comprehension':
        return this.#visitComprehension(node);
      case 'Block':
        this.#visitAll(node.values);
        return this.#visitBlock(node, node.body);
      default:
        return this.#visitOther(node);
    }
  }

  #visitOther(node: Exclude<Node, { readonly type: 'Function' | 'Class' | 'Lambda' | 'Comprehension' | 'Block' }>): void {
    if (node.type === 'Attribute') this.names.add(node.name);
    if (node.type === 'For' || node.type === 'With') return this.#visitHeader(node);
    forEachChild(node, (child) => {
      this.#visit(child);
    });
    if (node.type === 'Assign' && node.value !== undefined) for (const target of node.targets) this.#assign(target, node.value, [], node.range, /^.+=$/u.test(node.operator));
    if (node.type === 'Assign') this.#annotate(node.targets, node.annotation);
    if (node.type === 'Named') this.#assignName(node.target, this.#toSource(node.value, [], node.range, false), getOuterScope(this.#scope));
    if (node.type === 'Import') for (const imported of node.names) this.#bind(imported.local).imported = imported;
    if (node.type === 'Call') this.#visitCall(node);
    if (node.type === 'Simple') this.#visitSimple(node);
  }

  #visitHeader(node: Statement & { readonly type: 'For' | 'With' }): void {
    const heads: readonly Node[] = node.type === 'For' ? [node.target, node.iterable] : [...node.items, ...node.targets];
    this.#visitAll(heads);
    if (node.type === 'For') this.#assign(node.target, node.iterable, ['*'], node.range, false);
    else for (const [index, target] of node.targets.entries()) this.#assignContext(target, node.items[index]);
    this.#visitBlock(node, node.body);
  }

  /** `with open(…) as file`: what is entered is seldom the value itself. */
  #assignContext(target: Expression, item: Argument | undefined): void {
    if (item !== undefined) this.#assign(target, item.value, [], item.range, false);
  }

  #visitBlock(node: Node, body: readonly Statement[]): void {
    const around = this.#blocks;
    this.#blocks = [...around, node];
    this.#visitAll(body);
    this.#blocks = around;
  }

  #visitFunction(node: FunctionDefinition): void {
    this.#bind(node.name).definition = node;
    for (const { annotation, value } of node.parameters) this.#visitAll([annotation, value].filter((part) => part !== undefined));
    this.#inScope(node, () => {
      for (const [index, parameter] of node.parameters.entries()) this.#bindParameter(node, parameter, index);
      this.#visitAll(node.body);
    });
  }

  #bindParameter(owner: FunctionDefinition | Lambda, node: Parameter, index: number): void {
    const binding = this.#bind(node.name);
    this.names.add(node.name);
    binding.parameter = { owner, index, node };
    if (node.annotation !== undefined) binding.annotation = node.annotation;
  }

  #visitClass(node: ClassDefinition): void {
    this.#bind(node.name).definition = node;
    this.#visitAll(node.bases);
    this.#members.set(node, new Map());
    this.#inScope(node, () => {
      this.#visitAll(node.body);
    });
  }

  #visitLambda(node: Lambda): void {
    this.#inScope(node, () => {
      for (const [index, parameter] of node.parameters.entries()) this.#bindParameter(node, parameter, index);
      this.#visit(node.body);
    });
  }

  #visitComprehension(node: Comprehension): void {
    this.#inScope(node, () => {
      for (const clause of node.clauses) this.#visitClause(clause);
      if (node.key !== undefined) this.#visit(node.key);
      this.#visit(node.element);
    }, this.#blocks);
  }

  #visitClause({ target, iterable, conditions, range }: Clause): void {
    this.#visitAll([target, iterable, ...conditions]);
    this.#assign(target, iterable, ['*'], range, false);
  }

  #inScope(node: Scope['node'], visit: () => void, blocks: readonly Node[] = []): void {
    const [scope, around] = [this.#scope, this.#blocks];
    this.#scope = createScope(node, scope);
    this.#blocks = blocks;
    visit();
    this.#scope = scope;
    this.#blocks = around;
  }

  #visitCall(call: Call): void {
    this.calls.push(call);
    const { callee } = call;
    const [first] = call.arguments;
    if (callee.type !== 'Attribute' || first === undefined) return;
    const path = /^(?:append|add|insert|appendleft)$/u.test(callee.name) ? ['*'] : /^(?:extend|update)$/u.test(callee.name) ? [] : undefined;
    if (path === undefined) return;
    for (const { name, value } of call.arguments) this.#write(callee.object, name === undefined ? path : [name], value, call.range);
  }

  #visitSimple(statement: Simple): void {
    const owner = this.#getFunction();
    this.simples.push({ statement, owner });
    const [value] = statement.values;
    if (statement.keyword === 'return' && owner !== undefined && value !== undefined) getList(this.#returns, owner).push(value);
    if (statement.keyword === 'global') for (const name of listNames(statement.values)) this.#scope.globals.add(name);
  }

  #getFunction(): FunctionDefinition | undefined {
    for (let scope: Scope | undefined = this.#scope; scope !== undefined; scope = scope.parent) if (scope.node.type === 'Function') return scope.node;
    return undefined;
  }

  #annotate(targets: readonly Expression[], annotation: Expression | undefined): void {
    const [target] = targets;
    if (annotation !== undefined && target?.type === 'Name') this.#bind(target.id).annotation = annotation;
  }

  #assign(target: Expression, value: Expression, path: Path, range: Range, isAdded: boolean): void {
    if (target.type === 'Name') return this.#assignName(target, this.#toSource(value, path, range, isAdded), this.#scope);
    if (target.type === 'Sequence') {
      for (const [index, element] of target.elements.entries()) this.#assignElement(element, value, path, index, range);
    } else if (target.type === 'Attribute' || target.type === 'Subscript') this.#write(target, [], value, range);
  }

  /** `*rest` takes several elements. */
  #assignElement(element: Expression, value: Expression, path: Path, index: number, range: Range): void {
    if (element.type === 'Wrapped') this.#assign(element.value, value, [...path, '*'], range, false);
    else this.#assign(element, value, [...path, String(index)], range, false);
  }

  #toSource(expression: Expression, path: Path, range: Range, isAdded: boolean): Source {
    return { expression, path, offset: range[1], blocks: this.#blocks, isAdded };
  }

  #assignName(target: Expression, source: Source, scope: Scope): void {
    if (target.type !== 'Name') return;
    const owner = scope.globals.has(target.id) ? getModuleScope(scope) : scope;
    this.#bind(target.id, owner).sources.push(source);
  }

  /** Notes what is put below a variable or a member. */
  #write(target: Expression, below: Path, value: Expression, range: Range): void {
    const place = getPlace(target, below);
    if (place === undefined) return;
    const binding = this.getBinding(place.root) ?? (place.path.length > 0 ? this.#bind(place.root.id) : undefined);
    binding?.writes.push({ path: place.path, value, offset: range[1] });
    const [member, ...rest] = place.path;
    const enclosing = member === undefined ? undefined : this.#getClass(place.root);
    if (enclosing !== undefined && member !== undefined && rest.length === 0 && below.length === 0) this.#addMember(enclosing, member, this.#toSource(value, [], range, true));
  }

  #addMember(enclosing: ClassDefinition, name: string, source: Source): void {
    const members = this.#members.get(enclosing);
    if (members !== undefined) getList(members, name).push(source);
  }

  #bind(name: string, scope = this.#scope): Binding {
    this.names.add(name);
    const known = scope.bindings.get(name);
    if (known !== undefined) return known;
    const binding: Binding = { name, scope, sources: [], writes: [] };
    scope.bindings.set(name, binding);
    return binding;
  }
}

function getList<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const createScope = (node: Scope['node'], parent: Scope | undefined): Scope => ({ node, parent, bindings: new Map(), globals: new Set() });

function getModuleScope(scope: Scope): Scope {
  let outer = scope;
  while (outer.parent !== undefined) outer = outer.parent;
  return outer;
}

/** `:=` in a comprehension binds outside of it. */
function getOuterScope(scope: Scope): Scope {
  let outer = scope;
  while (outer.node.type === 'Comprehension' && outer.parent !== undefined) outer = outer.parent;
  return outer;
}

/** The next turn of a loop sees what the last one left. */
const isInSameLoop = (blocks: readonly Node[], others: readonly Node[]): boolean =>
  blocks.some((block, index) => others[index] === block && (block.type === 'For' || (block.type === 'Block' && block.keyword === 'while')));

function listNames(values: readonly Expression[]): string[] {
  return values.flatMap((value) => (value.type === 'Name' ? [value.id] : value.type === 'Sequence' ? listNames(value.elements) : []));
}

function getPlace(target: Expression, below: Path): { root: Name; path: Path } | undefined {
  let node = target;
  const path = [...below];
  while (node.type === 'Attribute' || node.type === 'Subscript') {
    path.unshift(node.type === 'Attribute' ? node.name : (getText(node.index) ?? '?'));
    node = node.object;
  }
  return node.type === 'Name' ? { root: node, path } : undefined;
}

/** Where a name comes from: `boto3.client` of `from boto3 import client as c` is `boto3.client` too. */
export function getQualifiedName(node: Expression, scopes: Scopes): string {
  const path = getDottedPath(node);
  let root: Expression = node;
  while (root.type === 'Attribute') root = root.object;
  if (path === undefined || root.type !== 'Name') return '';
  const imported = scopes.getBinding(root)?.imported;
  if (imported === undefined) return path.join('.');
  const head = imported.name === undefined ? (imported.local === imported.module.split('.', 1)[0] ? imported.local : imported.module) : `${imported.module}.${imported.name}`;
  return [head, ...path.slice(1)].join('.');
}
