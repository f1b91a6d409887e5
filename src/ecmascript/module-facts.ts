import type { TSESTree } from '@typescript-eslint/utils';
import type { ImportedModule, JavaScriptModule } from '../core/sites/javascript.ts';
import { getStaticText } from './syntax.ts';
import { walk, type Node } from './walk.ts';

/** A parsed file. */
export interface ProgramSource {
  readonly program: TSESTree.Program;
  readonly text: string;
  /** Relative, with forward slashes; its ending says what may be written there. */
  readonly path: string;
  /** `type` of the nearest `package.json`, for files whose ending does not say it. */
  readonly moduleType?: 'module' | 'commonjs';
}

const factsOfPrograms = new WeakMap<TSESTree.Program, JavaScriptModule>();

/** What an edit needs to know of a file. */
export function getModuleFacts(source: ProgramSource): JavaScriptModule {
  const known = factsOfPrograms.get(source.program);
  if (known !== undefined) return known;
  const facts = readModuleFacts(source);
  factsOfPrograms.set(source.program, facts);
  return facts;
}

function readModuleFacts(source: ProgramSource): JavaScriptModule {
  const { program, text } = source;
  const names = new Set<string>();
  const strings = { single: 0, double: 0 };
  walk(program, (node) => {
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') names.add(node.name);
    if (node.type === 'Literal' && typeof node.value === 'string') text.charAt(node.range[0]) === '"' ? strings.double++ : strings.single++;
    return undefined;
  });
  const importOffset = getImportOffset(source);
  return {
    syntax: getSyntax(source),
    isTypeScript: /\.[cm]?tsx?$/u.test(source.path),
    quote: strings.double > strings.single ? '"' : "'",
    semicolon: /;[ \t]*(?:\/\/.*)?$/mu.test(text) || !/\n/u.test(text.trim()) ? ';' : '',
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    importOffset,
    isAtLineStart: importOffset === 0 || text.charAt(importOffset - 1) === '\n',
    isAfterBlankLine: importOffset === 0 || /\n\r?\n$/u.test(text.slice(0, importOffset)),
    takenNames: [...names],
    helpers: program.body.flatMap((statement) => (statement.type === 'FunctionDeclaration' && isOwnHelper(statement, text) ? [statement.id?.name ?? ''] : [])),
    imports: program.body.flatMap((statement) => readImport(statement)),
  };
}

/** Functions that `remedies/javascript` writes, told by their shape. */
const isOwnHelper = ({ id, range, params }: TSESTree.FunctionDeclaration, text: string): boolean => {
  const body = text.slice(...range);
  if (id?.name === 'readParameter') return params.length === 1 && /\bfetchParameter\d*\(name\)/u.test(body);
  return id?.name === 'requireParameter' && params.length === 2 && body.includes('process.env[variable]');
};

/** A file without imports takes the syntax that its ending or package allows. */
function getSyntax(source: ProgramSource): 'import' | 'require' {
  const { program, path, moduleType } = source;
  if (program.body.some((statement) => /^(?:Import|Export)/u.test(statement.type)) || /\.m[jt]s$|\.tsx?$/u.test(path)) return 'import';
  if (/\.c[jt]s$/u.test(path)) return 'require';
  return moduleType === 'module' && isModule(source) ? 'import' : 'require';
}

/** `.ts` and `.js` are modules only where the package says so: import syntax in TypeScript may compile to CommonJS. */
export function isModule({ path, program, moduleType, text }: ProgramSource): boolean {
  if (/\.m[jt]s$/u.test(path)) return true;
  if (/\.c[jt]s$/u.test(path) || moduleType !== 'module') return false;
  return !/\brequire\s*\(|\bmodule\.exports\b/u.test(text) || program.body.some((statement) => /^(?:Import|Export)/u.test(statement.type));
}

/** After the last import or `require`, else after directives; at the start of a line. */
function getImportOffset({ program, text }: ProgramSource): number {
  const last = program.body.findLast((statement) => isImport(statement)) ?? program.body.findLast((statement) => statement.type === 'ExpressionStatement' && 'directive' in statement && statement.directive !== undefined && statement.directive !== null);
  if (last !== undefined) return skipLine(text, last.range[1]);
  const start = text.startsWith('#!') ? skipLine(text, 0) : 0;
  // a header that a blank line sets off from the code stays on top
  header.lastIndex = start;
  return start + (header.exec(text)?.[0].length ?? 0);
}

const header = /(?:[ \t]*\/\/[^\n]*\n|[ \t]*\/\*(?:[^*]|\*(?!\/)){0,4000}\*\/[ \t]*\r?\n)+\r?\n/uy;

function skipLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

const isImport = (statement: Node): boolean =>
  statement.type === 'ImportDeclaration' ||
  statement.type === 'TSImportEqualsDeclaration' ||
  (statement.type === 'VariableDeclaration' && statement.declarations.some(({ init }) => init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require'));

function readImport(statement: Node): ImportedModule[] {
  if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type') {
    const named = statement.specifiers.findLast((specifier) => specifier.type === 'ImportSpecifier');
    const names = statement.specifiers.flatMap((specifier): [string, string][] => {
      if (specifier.type === 'ImportDefaultSpecifier') return [['default', specifier.local.name]];
      if (specifier.type === 'ImportNamespaceSpecifier') return [['*', specifier.local.name]];
      if (specifier.importKind === 'type') return [];
      return [[specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value, specifier.local.name]];
    });
    return [{ source: statement.source.value, names, ...(named === undefined ? {} : { insertOffset: named.range[1] }) }];
  }
  return statement.type === 'VariableDeclaration' ? statement.declarations.flatMap(readRequire) : [];
}

function readRequire({ id, init }: TSESTree.VariableDeclarator): ImportedModule[] {
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require') return [];
  const [argument] = init.arguments;
  const source = argument === undefined ? undefined : getStaticText(argument);
  if (source === undefined) return [];
  if (id.type === 'Identifier') return [{ source, names: [['*', id.name]] }];
  if (id.type !== 'ObjectPattern') return [];
  const names = id.properties.flatMap((property): [string, string][] =>
    property.type === 'Property' && property.key.type === 'Identifier' && property.value.type === 'Identifier' ? [[property.key.name, property.value.name]] : [],
  );
  const last = id.properties.at(-1);
  return [{ source, names, ...(last?.type === 'Property' ? { insertOffset: last.range[1] } : {}) }];
}
