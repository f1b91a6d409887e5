import type { Match } from '../core/detect.ts';
import type { JavaScriptSite } from '../core/sites/javascript.ts';
import { getModuleFacts, isModule, type ProgramSource } from './module-facts.ts';
import { getHoldingPart, type StaticString } from './strings.ts';
import { isFunction } from './syntax.ts';
import type { Node } from './walk.ts';

/** What a remedy needs to know of the place of a literal. `ancestors` ends at the parent of `node`. */
export function getJavaScriptSite(source: ProgramSource, node: Node, ancestors: readonly Node[], string: StaticString, match: Match, textRange: readonly [number, number]): JavaScriptSite {
  const facts = getModuleFacts(source);
  const part = getHoldingPart(string, textRange);
  const place = getPlace(part?.node, ancestors);
  const isWhole = part === undefined || match.isWholeValue;
  const target = isWhole ? node : (part.node ?? node);
  const isTemplatePart = !isWhole && part.node?.type === 'TemplateElement' && string.parts.length > 1;
  const base = isTemplatePart ? textRange[0] : part?.start ?? 0;
  const refusal = getRefusal(source, node, ancestors, isWhole && string.hasHoles);
  return {
    carrier: 'javascript',
    range: isTemplatePart ? match.range : target.type === 'TemplateElement' ? node.range : target.range,
    place: isTemplatePart ? 'template-part' : place,
    before: isTemplatePart ? '' : isWhole ? (match.isWholeValue ? '' : string.text.slice(0, textRange[0])) : string.text.slice(base, textRange[0]),
    after: isTemplatePart ? '' : isWhole ? (match.isWholeValue ? '' : string.text.slice(textRange[1])) : string.text.slice(textRange[1], part.end),
    isUrlPart: match.isUrlPassword,
    needsParentheses: ['MemberExpression', 'TSNonNullExpression', 'TaggedTemplateExpression'].includes(ancestors.at(-1)?.type ?? ''),
    awaiting: getAwaiting(ancestors, node, isModule(source)),
    ...facts,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

const getPlace = (part: Node | undefined, ancestors: readonly Node[]): JavaScriptSite['place'] =>
  ancestors.at(-1)?.type === 'JSXAttribute' && part !== undefined ? 'jsx-attribute' : 'expression';

function getRefusal(source: ProgramSource, node: Node, ancestors: readonly Node[], isBuilt: boolean): string | undefined {
  const parent = ancestors.at(-1);
  if (/\.[jt]sx$/u.test(source.path) || ancestors.some(({ type }) => type.startsWith('JSX'))) {
    return 'code of a browser cannot keep a secret; move the call to a server that reads the parameter';
  }
  if (isBuilt) return 'the value is put together from several parts; read it from one parameter';
  if (ancestors.some(({ type }) => type === 'TSEnumMember')) return 'an enum member must be constant; read the parameter where the member is used';
  if (parent?.type === 'TSAsExpression' && source.text.slice(...parent.typeAnnotation.range) === 'const') return 'a constant type hangs on this literal; remove "as const" first';
  if (parent?.type === 'TaggedTemplateExpression') return 'a tagged template cannot be replaced safely; read the parameter beside it';
  return node.type === 'TemplateLiteral' && ancestors.some(({ type }) => type === 'TSLiteralType') ? 'a type holds no value' : undefined;
}

/** Whether `await` may stand at a place: not in parameters, class fields, decorators or namespaces, whatever is around them. */
function getAwaiting(ancestors: readonly Node[], node: Node, isModule: boolean): JavaScriptSite['awaiting'] {
  let inner = node;
  for (const parent of [...ancestors].reverse()) {
    if (['PropertyDefinition', 'AccessorProperty', 'StaticBlock', 'Decorator', 'TSModuleBlock', 'TSEnumMember'].includes(parent.type)) return 'never';
    if (isFunction(parent)) return parent.async && parent.body === inner ? 'async' : 'never';
    inner = parent;
  }
  return isModule ? 'top-level' : 'never';
}
