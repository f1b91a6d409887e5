import type { PythonSite } from '../core/sites/python.ts';
import type { PythonSource } from './hardcoded.ts';
import type { Import, ImportedName, Node, Statement } from './nodes.ts';
import { walk } from './walk.ts';

/** What an edit needs to know of a file. */
export interface ModuleFacts {
  readonly quote: "'" | '"';
  readonly newline: '\n' | '\r\n';
  readonly takenNames: ReadonlySet<string>;
  /** What holds for a literal at an offset: what is imported by then, and where an import can go that runs before it. */
  getAnchor(offset: number): Anchor;
}

export type Anchor = Pick<PythonSite, 'importOffset' | 'isAtLineStart' | 'library'> & {
  readonly names: Pick<PythonSite, 'boto3' | 'getParameter' | 'urlQuote'>;
  readonly refusal?: string;
};

export function getModuleFacts({ module, text }: PythonSource): ModuleFacts {
  const takenNames = new Set<string>();
  const quotes = { "'": 0, '"': 0 };
  const boundNames = new Set<string>();
  walk(module, (node) => {
    for (const name of getBoundNames(node)) boundNames.add(name);
    for (const name of getNames(node)) takenNames.add(name);
    // triple quotes are those of docstrings, whatever the style
    if (node.type === 'Str') for (const { quote } of node.tokens) if (quote === "'" || quote === '"') quotes[quote]++;
    return undefined;
  });
  const imports = findImports(module.body);
  const header = getHeaderEnd(module.body, text);
  return {
    quote: quotes["'"] > quotes['"'] ? "'" : '"',
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    takenNames,
    getAnchor: (offset) => getAnchor({ imports, header, text, boundNames }, offset),
  };
}

function getNames(node: Node): string[] {
  if (node.type === 'Name') return [node.id];
  if (node.type === 'Import') return node.names.map(({ local }) => local);
  return node.type === 'Function' || node.type === 'Class' || node.type === 'Parameter' ? [node.name] : [];
}

/** Names that get another meaning than that of a module. */
function getBoundNames(node: Node): string[] {
  if (node.type === 'Assign') return node.targets.flatMap((target) => (target.type === 'Name' ? [target.id] : []));
  if (node.type === 'Import') return node.names.flatMap(({ module, local }) => (/^(?:boto3|aws_lambda_powertools)\b/u.test(module) ? [] : [local]));
  return node.type === 'Function' || node.type === 'Class' || node.type === 'Parameter' ? [node.name] : [];
}

/** Imports that run when the module is loaded. */
function findImports(body: readonly Statement[]): Import[] {
  return body.flatMap((statement) => {
    if (statement.type === 'Import') return [statement];
    return statement.type === 'Block' && !isForTypes(statement) ? findImports(statement.body) : [];
  });
}

/** `if TYPE_CHECKING:` */
const isForTypes = (statement: Statement & { readonly type: 'Block' }): boolean =>
  statement.values.some((value) => (value.type === 'Name' && value.id === 'TYPE_CHECKING') || (value.type === 'Attribute' && value.name === 'TYPE_CHECKING'));

/** Where the first statements end: a docstring, imports, and blocks that only import. */
function getHeaderEnd(body: readonly Statement[], text: string): number {
  let end = getCommentEnd(text);
  let isFirst = true;
  for (const statement of body) {
    const isDocstring = isFirst && statement.type === 'Simple' && statement.keyword === 'expression' && statement.values[0]?.type === 'Str';
    isFirst = false;
    if (statement.type !== 'Import' && !isDocstring) break;
    end = statement.range[1];
  }
  return end;
}

/** Interpreter, encoding and licence lines that a blank line sets off from the code. */
const comments = /(?:[ \t]*#[^\n]*(?:\n|$))+(?:[ \t]*\r?\n|$)|#![^\n]*\n(?:[ \t]*#[^\n]*coding[^\n]*\n)?/uy;

function getCommentEnd(text: string): number {
  comments.lastIndex = 0;
  return comments.exec(text)?.[0].length ?? 0;
}

interface Facts {
  readonly imports: readonly Import[];
  readonly header: number;
  readonly text: string;
  readonly boundNames: ReadonlySet<string>;
}

function getAnchor({ imports, header, text, boundNames }: Facts, offset: number): Anchor {
  const importOffset = header === 0 || text.charAt(header - 1) === '\n' ? header : skipLine(text, header);
  const known = imports.filter(({ range }) => range[1] <= offset).flatMap(({ names }) => names);
  const boto3 = known.find(({ module, name, local }) => name === undefined && (module === 'boto3' || (module.startsWith('boto3.') && local === 'boto3')))?.local;
  const isCdk = imports.some(({ names }) => names.some(({ module }) => /^(?:aws_cdk|constructs)\b/u.test(module)));
  const library = imports.some(({ names }) => names.some(({ module }) => /^aws_lambda_powertools\b/u.test(module))) ? 'powertools' : 'boto3';
  const getParameter = known.flatMap(getPowertoolsName).find((name) => !boundNames.has(name.replace(/\..*/u, '')));
  const urlQuote = known.find(({ module, name }) => module === 'urllib.parse' && name === 'quote')?.local;
  const refusal =
    isCdk ? 'what code of the CDK reads ends up in the template; pass the parameter’s name and read it at run time, or use SecretValue.ssm_secure where CloudFormation resolves it'
    : importOffset > offset ? 'the literal stands on the line of the imports; give it a line of its own'
    : library === 'boto3' && boundNames.has('boto3') && boto3 === undefined ? 'something else is called boto3 in this file; import boto3 first'
    : undefined;
  return {
    importOffset,
    isAtLineStart: importOffset === 0 || text.charAt(importOffset - 1) === '\n',
    library,
    names: { ...(boto3 === undefined ? {} : { boto3 }), ...(getParameter === undefined ? {} : { getParameter }), ...(urlQuote === undefined ? {} : { urlQuote }) },
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** `get_parameter` of Powertools' utility `parameters`, as an import makes it known. */
function getPowertoolsName({ module, name, local }: ImportedName): string[] {
  if (module === 'aws_lambda_powertools.utilities' && name === 'parameters') return [`${local}.get_parameter`];
  if (module !== 'aws_lambda_powertools.utilities.parameters') return [];
  if (name === undefined) return [local === 'aws_lambda_powertools' ? `${module}.get_parameter` : `${local}.get_parameter`];
  return name === 'get_parameter' ? [local] : [];
}

function skipLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
