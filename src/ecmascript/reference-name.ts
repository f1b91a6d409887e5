import type { Reference } from '../core/reference.ts';
import { follow, type Tree } from '../core/tree.ts';
import { toPattern } from '../references/name.ts';

/** Undefined where nothing of the name is known. */
export function readName(tree: Tree, source: string): Pick<Reference, 'name' | 'range' | 'isVerbatim'> | undefined {
  const node = follow(tree);
  if (node?.kind !== 'scalar' || !node.isString || node.text.length < 2) return undefined;
  const name = toPattern(node.text);
  if (name.replace(/[*/]/gu, '') === '') return undefined;
  const written = source.slice(...node.range);
  const isVerbatim = written.slice(1, -1) === name && /^["'`]/u.test(written);
  return { name, range: isVerbatim ? [node.range[0] + 1, node.range[1] - 1] : node.range, isVerbatim };
}
