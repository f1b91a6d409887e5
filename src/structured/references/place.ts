import type { Range } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';
import type { ScalarTree } from '../../core/tree.ts';
import { toPattern } from '../../references/name.ts';

/** Where the file writes a name: in the scalar, or the whole scalar where escapes or folding hide it. */
export function placeName(name: string, { content, range }: ScalarTree, text: string): Pick<Reference, 'name' | 'range' | 'isVerbatim'> {
  const pattern = toPattern(name);
  const at = text.slice(...content).indexOf(name);
  const place: Range = at < 0 ? range : [content[0] + at, content[0] + at + name.length];
  return { name: pattern, range: place, isVerbatim: at >= 0 && pattern === name };
}

/** Where nothing but the name makes one reference differ from another. */
export const toReference = (place: Pick<Reference, 'name' | 'range' | 'isVerbatim'>, more: Pick<Reference, 'service' | 'action' | 'reader'> & Partial<Reference>): Reference => ({
  takes: 'any',
  decryption: 'present',
  isPath: false,
  ...more,
  ...place,
});
