import type { Cursor } from '../../core/tree.ts';
import type { FoundReferences } from '../../references/found.ts';
import { judgeResource } from '../../references/places.ts';
import type { Mention } from '../references.ts';

/** ARNs of parameters and secrets as the resources of a policy. */
export const readArn = ({ cursor }: Mention): Partial<FoundReferences> => (isResource(cursor) ? { problems: judgeResource(cursor.node.text, cursor.node.range) } : {});

const isResource = ({ key, parent }: Cursor): boolean => (key ?? parent?.key) === 'Resource' || (key === 'Fn::Sub' && (parent?.key ?? parent?.parent?.key) === 'Resource');
