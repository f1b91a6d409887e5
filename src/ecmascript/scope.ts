import type { TSESTree } from '@typescript-eslint/utils';
import type { Binding, BindingKind, Call, Scopes, Source, Write } from './binding.ts';
import { type Path, readPattern, type Target } from './pattern.ts';
import { findAt, findBinding, getVarScope, type MutableBinding, opensScope, type Scope, sortChildren } from './scope-tree.ts';
import { type ClassNode, type FunctionNode, getKey, isClass, isFunction, unwrap } from './syntax.ts';
import { forEachChild, type Node } from './walk.ts';

export type * from './binding.ts';

/** Reads a program once; asked again for the same program, gives the same answer. Needs `range` on every node, not `parent`. */
export function analyzeScopes(program: TSESTree.Program): Scopes {
  const known = analyzed.get(program);
  if (known !== undefined) return known;
  const scopes = new Analysis(program);
  analyzed.set(program, scopes);
  return scopes;
}

const analyzed = new WeakMap<TSESTree.Program, Scopes>();

type Declared = { readonly [K in 'declaration' | 'parameter' | 'imported' | 'typeAnnotation']?: Binding[K] };

class Analysis implements Scopes {
  readonly names = new Set<string>();
  readonly calls: Call[] = [];
  readonly thrown: TSESTree.ThrowStatement[] = [];
  readonly types = new Map<string, TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration>();
  readonly #root: Scope;
  readonly #callOf = new Map<Node, Call>();
  readonly #writesToThis = new Map<Node, Write[]>();
  /** Assignments wait until every declaration is known. */
  readonly #assignments: { target: Target; source: Source; scope: Scope }[] = [];
  readonly #writes: { root: Node; write: Write; scope: Scope }[] = [];
  #scope: Scope;

  constructor(program: TSESTree.Program) {
    this.#root = this.#scope = { node: program, parent: undefined, children: [], bindings: new Map() };
    this.#visitChildren(program);
    for (const { target, source, scope } of this.#assignments) this.#assign(target, source, scope);
    for (const { root, write, scope } of this.#writes) this.#addWrite(root, write, scope);
    sortChildren(this.#root);
  }

  getBinding(reference: TSESTree.Identifier): Binding | undefined {
    return findBinding(reference.name, this.#locate(reference));
  }

  isTopLevel(node: Node): boolean {
    return this.#findEnclosing(node, (scope) => isFunction(scope) || isClass(scope)) === undefined;
  }

  getEnclosingFunction(node: Node): FunctionNode | undefined {
    const found = this.#findEnclosing(node, isFunction);
    return found !== undefined && isFunction(found) ? found : undefined;
  }

  getEnclosingClass(node: Node): ClassNode | undefined {
    const found = this.#findEnclosing(node, isClass);
    return found !== undefined && isClass(found) ? found : undefined;
  }

  getWritesToThis(enclosing: ClassNode): readonly Write[] {
    return this.#writesToThis.get(enclosing) ?? [];
  }

  getCallOf(argument: Node): Call | undefined {
    return this.#callOf.get(argument);
  }

  /** The innermost scope around the place where a node begins: scopes are ranges, so no map of all nodes is needed. */
  #locate(node: Node): Scope {
    let scope = this.#root;
    for (;;) {
      const inner = findAt(scope.children, node.range[0]);
      if (inner === undefined) return scope;
      scope = inner;
    }
  }

  #findEnclosing(node: Node, accepts: (scopeNode: Node) => boolean): Node | undefined {
    for (let scope: Scope | undefined = this.#locate(node); scope !== undefined; scope = scope.parent) {
      if (scope.node !== node && accepts(scope.node)) return scope.node;
    }
    return undefined;
  }

  readonly #visit = (node: Node): void => {
    this.#note(node);
    if (!opensScope(node)) return this.#visitChildren(node);
    const scope: Scope = { node, parent: this.#scope, children: [], bindings: new Map() };
    this.#scope.children.push(scope);
    this.#scope = scope;
    if (isFunction(node)) this.#enterFunction(node);
    else if (isClass(node) && node.id !== null) this.#declare(node.id, 'class', { declaration: node });
    else if (node.type === 'CatchClause' && node.param !== null) this.#declarePattern(node.param, 'catch');
    this.#visitChildren(node);
    this.#scope = scope.parent ?? this.#root;
  };

  /** The body of a function shares the scope of its parameters. */
  #visitChildren(node: Node): void {
    if (isFunction(node) && node.body.type === 'BlockStatement') {
      forEachChild(node, (child) => (child === node.body ? forEachChild(child, this.#visit) : this.#visit(child)));
    } else if (node.type === 'CatchClause') {
      forEachChild(node, (child) => (child === node.body ? forEachChild(child, this.#visit) : this.#visit(child)));
    } else forEachChild(node, this.#visit);
  }

  #note(node: Node): void {
    switch (node.type) {
      case 'Identifier':
      case 'JSXIdentifier':
      case 'PrivateIdentifier':
        this.names.add(node.name);
        return;
      case 'VariableDeclaration':
        return this.#noteVariables(node, []);
      case 'ForOfStatement':
      case 'ForInStatement':
        return this.#noteLoop(node);
      case 'FunctionDeclaration':
      case 'TSDeclareFunction':
        if (node.id !== null) this.#declare(node.id, 'function', { declaration: node });
        return;
      case 'ClassDeclaration':
        if (node.id !== null) this.#declare(node.id, 'class', { declaration: node });
        return;
      case 'PropertyDefinition':
        return this.#noteField(node);
      case 'ImportDeclaration':
        return this.#noteImport(node);
      case 'TSImportEqualsDeclaration':
        return this.#noteImportEquals(node);
      case 'TSEnumDeclaration':
        this.#declare(node.id, 'enum', { declaration: node });
        return;
      case 'TSModuleDeclaration':
        if (node.id.type === 'Identifier') this.#declare(node.id, 'namespace', { declaration: node });
        return;
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        this.types.set(node.id.name, node);
        return;
      case 'AssignmentExpression':
        return this.#noteAssignment(node);
      case 'UpdateExpression':
        return this.#wait(node.argument, { expression: node, path: [], omitted: [], operator: node.operator });
      case 'UnaryExpression':
        if (node.operator === 'delete') this.#noteWrite(node.argument, undefined);
        return;
      case 'ThrowStatement':
        this.thrown.push(node);
        return;
      case 'CallExpression':
      case 'NewExpression':
        return this.#noteCall(node);
    }
  }

  #noteVariables(node: TSESTree.VariableDeclaration, path: Path, value?: Node): void {
    for (const { id, init } of node.declarations) {
      const expression = value ?? init;
      this.#declarePattern(id, 'variable', { expression, path, isVar: node.kind === 'var' });
    }
  }

  /** The declaration inside is noted again by its own node; it has no initialiser there. */
  #noteLoop(node: TSESTree.ForOfStatement | TSESTree.ForInStatement): void {
    if (node.type === 'ForInStatement') return;
    const source = { expression: node.right, path: ['*'], omitted: [], operator: '=' };
    if (node.left.type !== 'VariableDeclaration') return this.#wait(node.left, source);
    const { left } = node;
    for (const { id } of left.declarations) for (const target of readPattern(id)) this.#loopSources.set(target.node, source);
  }

  /** Sources of names that a loop's head declares. */
  readonly #loopSources = new Map<Node, Source>();

  #enterFunction(node: FunctionNode): void {
    if (node.type === 'FunctionExpression' && node.id !== null) this.#declare(node.id, 'function', { declaration: node });
    for (const [index, pattern] of node.params.entries()) this.#declarePattern(pattern, 'parameter', { parameter: { function: node, index } });
  }

  #declarePattern(
    pattern: Node,
    kind: BindingKind,
    from: { expression?: Node | null; path?: Path; isVar?: boolean; parameter?: { function: FunctionNode; index: number } } = {},
  ): void {
    const typeAnnotation = getTypeAnnotation(pattern);
    for (const target of readPattern(pattern)) {
      const { identifier, path, omitted, defaults } = target;
      if (identifier === undefined) continue;
      const parameter = from.parameter && { function: from.parameter.function, index: from.parameter.index, path, omitted };
      const type = getTypeAnnotation(identifier) ?? (path.length === 0 ? typeAnnotation : undefined);
      const binding = this.#declare(identifier, kind, { parameter, typeAnnotation: type }, from.isVar);
      const loop = this.#loopSources.get(target.node);
      if (loop !== undefined) binding.sources.push({ ...loop, path: [...loop.path, ...path], omitted });
      else if (from.expression) binding.sources.push({ expression: from.expression, path, omitted, operator: '=' });
      for (const expression of defaults) binding.sources.push({ expression, path: [], omitted: [], operator: '=' });
    }
  }

  #declare(identifier: TSESTree.Identifier, kind: BindingKind, declared: Declared = {}, isVar = false): MutableBinding {
    const scope = isVar ? getVarScope(this.#scope) : this.#scope;
    const known = scope.bindings.get(identifier.name);
    if (known !== undefined) return known;
    const { declaration, parameter, imported, typeAnnotation } = declared;
    const facts = { declaration, parameter, imported, typeAnnotation };
    const binding: MutableBinding = { name: identifier.name, kind, identifier, sources: [], writes: [], isReassigned: false, ...facts };
    scope.bindings.set(identifier.name, binding);
    return binding;
  }

  #noteImport(node: TSESTree.ImportDeclaration): void {
    for (const specifier of node.specifiers) {
      this.#declare(specifier.local, 'import', { imported: { source: node.source.value, name: getImportedName(specifier) } });
    }
  }

  #noteImportEquals(node: TSESTree.TSImportEqualsDeclaration): void {
    const reference = node.moduleReference;
    const source = reference.type === 'TSExternalModuleReference' && reference.expression.type === 'Literal' ? reference.expression.value : '';
    this.#declare(node.id, 'import', { imported: { source, name: '*' } });
  }

  #noteField(node: TSESTree.PropertyDefinition): void {
    const key = getKey(node.key, node.computed);
    const enclosing = this.#scope.node;
    if (key !== undefined && node.value !== null) this.#addWriteToThis(enclosing, { path: [key], value: node.value });
  }

  #noteAssignment(node: TSESTree.AssignmentExpression): void {
    for (const { node: target, path } of readPattern(node.left)) {
      if (target.type === 'MemberExpression' && path.length === 0) this.#noteWrite(target, node.right);
    }
    this.#wait(node.left, { expression: node.right, path: [], omitted: [], operator: node.operator });
  }

  #wait(pattern: Node, source: Source): void {
    for (const target of readPattern(pattern)) {
      if (target.identifier !== undefined) this.#assignments.push({ target, source, scope: this.#scope });
    }
  }

  #assign(target: Target, source: Source, scope: Scope): void {
    const binding = target.identifier && findBinding(target.identifier.name, scope);
    if (binding === undefined) return;
    binding.isReassigned = true;
    binding.sources.push({ ...source, path: [...source.path, ...target.path], omitted: target.omitted });
    for (const expression of target.defaults) binding.sources.push({ expression, path: [], omitted: [], operator: '=' });
  }

  #noteWrite(target: Node, value: Node | undefined): void {
    const place = readPlace(target);
    if (place !== undefined) this.#writes.push({ root: place.root, write: { path: place.path, value }, scope: this.#scope });
  }

  #addWrite(root: Node, write: Write, scope: Scope): void {
    if (root.type === 'Identifier') findBinding(root.name, scope)?.writes.push(write);
    else {
      let around: Scope | undefined = scope;
      while (around !== undefined && !isClass(around.node)) around = around.parent;
      if (around !== undefined) this.#addWriteToThis(around.node, write);
    }
  }

  #addWriteToThis(enclosing: Node, write: Write): void {
    const writes = this.#writesToThis.get(enclosing);
    if (writes === undefined) this.#writesToThis.set(enclosing, [write]);
    else writes.push(write);
  }

  #noteCall(node: Call): void {
    this.calls.push(node);
    for (const argument of node.arguments) if (isFunction(argument) || isClass(argument)) this.#callOf.set(argument, node);
    const { callee } = node;
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
    const method = callee.property.name;
    if (method === 'push' || method === 'unshift' || method === 'add') this.#noteElements(callee.object, node.arguments);
    else if (method === 'set' && node.arguments.length === 2) this.#noteElements(callee.object, node.arguments.slice(1));
    else if (method === 'assign') this.#noteCopies(node.arguments);
  }

  #noteElements(collection: Node, values: readonly Node[]): void {
    const place = readPlace(collection);
    if (place === undefined) return;
    for (const value of values) {
      const path = value.type === 'SpreadElement' ? place.path : [...place.path, '*'];
      const write = { path, value: value.type === 'SpreadElement' ? value.argument : value };
      this.#writes.push({ root: place.root, write, scope: this.#scope });
    }
  }

  /** `Object.assign(target, ...copies)` */
  #noteCopies([target, ...copies]: readonly Node[]): void {
    const place = target && readPlace(target);
    if (place === undefined) return;
    for (const value of copies) {
      if (value.type !== 'SpreadElement') this.#writes.push({ root: place.root, write: { path: place.path, value }, scope: this.#scope });
    }
  }
}

/** `a` and `['b', 'c']` for `a.b.c`; a part that is computed at run time is `*`. */
function readPlace(expression: Node): { root: Node; path: string[] } | undefined {
  const node = unwrap(expression);
  if (node.type === 'Identifier' || node.type === 'ThisExpression') return { root: node, path: [] };
  if (node.type !== 'MemberExpression') return undefined;
  const place = readPlace(node.object);
  place?.path.push(getKey(node.property, node.computed) ?? '*');
  return place;
}

function getImportedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

function getTypeAnnotation(pattern: Node): TSESTree.TypeNode | undefined {
  if (pattern.type === 'AssignmentPattern') return getTypeAnnotation(pattern.left);
  if (pattern.type === 'TSParameterProperty') return getTypeAnnotation(pattern.parameter);
  return 'typeAnnotation' in pattern && pattern.typeAnnotation?.type === 'TSTypeAnnotation' ? pattern.typeAnnotation.typeAnnotation : undefined;
}
