import { isBelow, getBase } from './beside.ts';
import { mayCover } from './cover.ts';
import type { ParameterRead } from '../iam/read-grant.ts';
import type { PlacedGrant, Scene } from './view.ts';

/**
 * Whether something may need the action of a statement: a reference to what it is about, or a call with a name that cannot be
 * read. A name in a document may be read by any action.
 */
export function isUsed(action: ParameterRead, { file, grant }: PlacedGrant, { view, calls }: Scene): boolean {
  const base = getBase(file.path);
  if (calls.some(({ file: { path }, reference }) => (reference.action === action || isPassedOn(path, reference.reader)) && mayCover(grant, reference))) return true;
  return view.files.some(({ path, mentions }) => isBelow(path, base) && (mentions.includes('any') || mentions.includes(action)));
}

/** To the program, which asks with it in its own way. */
const isPassedOn = (path: string, reader: string): boolean => reader === 'program' && /\.(?:json|ya?ml|tf)$/iu.test(path);
