import type { TSESTree } from '@typescript-eslint/utils';
import { getDottedPath, getLastName, getStaticText } from './syntax.ts';
import { walk, type Node } from './walk.ts';

/** What is known of a program of the CDK as a whole. */
export interface CdkFacts {
  readonly isCdk: boolean;
  readonly isVersion1: boolean;
  /** Made for Terraform, Kubernetes or a repository's files, with the same constructs. */
  readonly isOfOthers: boolean;
  /** Local names of what is imported by name. */
  readonly originals: ReadonlyMap<string, string>;
  /** Variables and properties that hold Lambda functions made in this file. */
  readonly functions: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
  /** Where literals stand under a key, in the order of the text. */
  readonly literals: ReadonlyMap<string, readonly number[]>;
}

const factsOfPrograms = new WeakMap<TSESTree.Program, CdkFacts>();

export function getCdkFacts(program: TSESTree.Program): CdkFacts {
  const known = factsOfPrograms.get(program);
  if (known !== undefined) return known;
  const facts = readFacts(program);
  factsOfPrograms.set(program, facts);
  return facts;
}

/** `Function` for `lambda.Function`, and for `Fn` of `import { Function as Fn }`. */
export function getOriginalName(callee: Node, { originals }: Pick<CdkFacts, 'originals'>): string | undefined {
  const name = getLastName(callee);
  return name !== undefined && getDottedPath(callee)?.length === 1 ? (originals.get(name) ?? name) : name;
}

/** `new lambda.Function(…)`, `new NodejsFunction(…)`; code at the edge of CloudFront takes no variables. */
export const isFunctionConstruct = ({ callee }: TSESTree.NewExpression, facts: Pick<CdkFacts, 'originals'>): boolean => /^(?!Edge)\w*Function$/u.test(getOriginalName(callee, facts) ?? '');

function readFacts(program: TSESTree.Program): CdkFacts {
  const sources: string[] = [];
  const originals = new Map<string, string>();
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      sources.push(statement.source.value);
      for (const specifier of statement.specifiers) if (specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier') originals.set(specifier.local.name, specifier.imported.name);
    } else if (statement.type === 'VariableDeclaration') for (const { id, init } of statement.declarations) readRequire(id, init, sources, originals);
  }
  const isCdk = sources.some((source) => /^(?:aws-cdk-lib|@aws-cdk|constructs)(?:\/|$)/u.test(source));
  const isVersion1 = sources.includes('@aws-cdk/core');
  const isOfOthers = sources.some((source) => /^(?:cdktf|cdk8s|@cdktf|projen)\b/u.test(source));
  return { isCdk, isVersion1, isOfOthers, originals, ...(isCdk ? readNodes(program, originals) : nothing) };
}

function readRequire(id: Node, init: Node | null, sources: string[], originals: Map<string, string>): void {
  const [argument] = init?.type === 'CallExpression' && getLastName(init.callee) === 'require' ? init.arguments : [];
  const source = argument === undefined ? undefined : getStaticText(argument);
  if (source === undefined) return;
  sources.push(source);
  if (id.type !== 'ObjectPattern') return;
  for (const property of id.properties) {
    if (property.type === 'Property' && property.key.type === 'Identifier' && property.value.type === 'Identifier') originals.set(property.value.name, property.key.name);
  }
}

type NodeFacts = Pick<CdkFacts, 'functions' | 'texts' | 'literals'>;

const nothing: NodeFacts = { functions: new Set(), texts: new Set(), literals: new Map() };

function readNodes(program: TSESTree.Program, originals: CdkFacts['originals']): NodeFacts {
  const made = new Set<string>();
  const others = new Set<string>();
  const texts = new Set<string>();
  const literals = new Map<string, number[]>();
  walk(program, (node) => {
    const text = node.type === 'Literal' || node.type === 'TemplateLiteral' ? getStaticText(node) : undefined;
    if (text !== undefined) texts.add(text);
    const [target, value] = getAssigned(node);
    const name = target === undefined ? undefined : getLastName(target);
    if (name !== undefined) (value?.type === 'NewExpression' && isFunctionConstruct(value, { originals }) ? made : others).add(name);
    if (node.type === 'Property' && getStaticText(node.value) !== undefined) {
      const key = node.key.type === 'Identifier' ? node.key.name : (getStaticText(node.key) ?? '');
      literals.set(key, [...(literals.get(key) ?? []), node.range[0]]);
    }
    return undefined;
  });
  return { functions: new Set([...made].filter((name) => !others.has(name))), texts, literals };
}

function getAssigned(node: Node): readonly [target?: Node, value?: Node] {
  if (node.type === 'VariableDeclarator' && node.init !== null) return [node.id, node.init];
  return node.type === 'AssignmentExpression' ? [node.left, node.right] : [];
}
