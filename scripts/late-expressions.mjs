// Regular expressions that a module keeps for itself are made when they are first asked for: V8 reads each as soon as it stands in code that
// runs, and a run needs a third of them.
import ts from 'typescript';

/** `const name = /…/u` becomes a function of that name, and each use of it a call. */
export function delayExpressions(text) {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const kept = new Map(source.statements.flatMap((statement) => readExpression(statement)));
  if (kept.size === 0) return text;
  const uses = [];
  const visit = (node) => {
    if (ts.isIdentifier(node) && kept.has(node.text)) {
      const use = getUse(node, kept.get(node.text));
      if (use === 'other') kept.delete(node.text);
      else if (use !== undefined) uses.push({ node, use });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const edits = uses.filter(({ node }) => kept.has(node.text)).map(({ node, use }) => ({ start: node.getStart(), end: node.end, text: use }));
  for (const [name, { statement, literal }] of kept) edits.push({ start: statement.getStart(), end: statement.end, text: `let ${name}$; const ${name} = () => (${name}$ ??= ${literal});` });
  return edits.sort((a, b) => b.start - a.start).reduce((changed, { start, end, text: put }) => changed.slice(0, start) + put + changed.slice(end), text);
}

function readExpression(statement) {
  if (!ts.isVariableStatement(statement) || statement.modifiers !== undefined || (statement.declarationList.flags & ts.NodeFlags.Const) === 0) return [];
  const { declarations } = statement.declarationList;
  const [{ name, initializer }] = declarations;
  if (declarations.length > 1 || !ts.isIdentifier(name) || initializer?.kind !== ts.SyntaxKind.RegularExpressionLiteral) return [];
  return [[name.text, { statement, name, literal: initializer.text }]];
}

/** What is put in the place of a name; undefined where it is the name of something else, and `other` where that hides the expression. */
function getUse(node, { name }) {
  const { parent } = node;
  if (node === name) return undefined;
  if (ts.isShorthandPropertyAssignment(parent)) return `${node.text}: ${node.text}()`;
  if (ts.isExportSpecifier(parent) || ts.isTypeQueryNode(parent)) return 'other';
  const isName = parent.name === node || parent.propertyName === node;
  if (!isName) return `${node.text}()`;
  return ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent) || parent.propertyName === node ? undefined : 'other';
}
