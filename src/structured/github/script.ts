import type { Range } from '../../core/range.ts';
import { getText, getValue } from '../../core/tree.ts';
import type { Placement } from '../sites.ts';

/** The variable that a line of a bash script assigns the secret to, and the word with its quotes; undefined where it is in another place. */
export function getScriptWord({ cursor, match, file: { text } }: Placement): { readonly range: Range; readonly variable: string } | undefined {
  const shell = getText(getValue(cursor.parent?.node, 'shell')) ?? 'bash';
  const script = text.slice(...cursor.node.content);
  // within a document of the script, quotes would be text
  if (cursor.node.style !== 'block' || !/^(?:bash|sh)\b/u.test(shell) || script.includes('<<')) return undefined;
  const [start, end] = match.range;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = /^[ \t]*(?:export[ \t]+)?(?<variable>[A-Za-z_]\w{0,100})=(?<quote>["']?)$/u.exec(text.slice(lineStart, start));
  if (before?.groups === null || before?.groups === undefined) return undefined;
  const { variable = '', quote = '' } = before.groups;
  const after = text.slice(end, end + 200);
  if (!after.startsWith(quote) || !/^(?:[\s;&|]|$)/u.test(after.slice(quote.length))) return undefined;
  return { variable, range: [start - quote.length, end + quote.length] };
}
