import type { CloudFormationSite } from '../core/sites/cloudformation.ts';
import { getText, getValue, isCursorOn, type Cursor, type ScalarTree, type Tree } from '../core/tree.ts';

/** The place of a secret in a resource's property or in a template's parameter; undefined outside of templates. */
export function getCloudFormationSite(cursor: Cursor<ScalarTree>, format: 'json' | 'yaml', isWhole: boolean): CloudFormationSite | undefined {
  const refusal = getRefusal(cursor, isWhole);
  const property = getResourceProperty(cursor);
  const declared = property ?? (getDeclaredParameter(cursor) === undefined ? undefined : { resourceType: 'Parameters', property: 'Default' });
  if (declared === undefined) return undefined;
  return { carrier: 'cloudformation', range: cursor.node.range, format, ...declared, ...(refusal === undefined ? {} : { refusal }) };
}

export interface ResourceProperty {
  readonly resourceType: string;
  /** Dotted, without list positions. */
  readonly property: string;
}

export function getResourceProperty(cursor: Cursor): ResourceProperty | undefined {
  const keys: string[] = [];
  for (let at: Cursor | undefined = cursor; at !== undefined; at = at.parent) {
    const resourceType = at.key === 'Properties' ? getResourceType(at.parent?.node) : undefined;
    if (resourceType !== undefined) return { resourceType, property: keys.reverse().join('.') };
    if (at.key !== undefined && !at.key.startsWith('Fn::')) keys.push(at.key);
  }
  return undefined;
}

/** The `Properties` of the resource that a node belongs to. */
export function getResource(cursor: Cursor): Tree | undefined {
  for (let at: Cursor | undefined = cursor; at !== undefined; at = at.parent) {
    if (at.key === 'Properties' && getResourceType(at.parent?.node) !== undefined) return at.node;
  }
  return undefined;
}

/** `AWS::RDS::DBInstance` of a map with `Type` and `Properties`. */
export function getResourceType(tree: Tree | undefined): string | undefined {
  const type = getText(getValue(tree, 'Type'));
  return type !== undefined && /^(?:AWS|Alexa|Custom)::\w/u.test(type) ? type : undefined;
}

/** Logical id of the parameter whose `Default` a scalar is. */
export function getDeclaredParameter(cursor: Cursor): string | undefined {
  if (cursor.key !== 'Default' || cursor.parent?.parent?.key !== 'Parameters') return undefined;
  const type = getText(getValue(cursor.parent.node, 'Type'));
  return type === undefined || type.startsWith('AWS::SSM::Parameter::') ? undefined : cursor.parent.key;
}

/** References that the deployment resolves. */
export function isDeployTimeValue(cursor: Cursor<ScalarTree>): boolean {
  const { text, tag } = cursor.node;
  if (tag !== undefined && /^!(?:Ref|GetAtt|ImportValue|Condition|FindInMap|Join|Select|If)$/u.test(tag)) return true;
  // the parts of a list: a resource and what of it is meant
  if (/^!(?:GetAtt|FindInMap)$/u.test(cursor.parent?.node.tag ?? '')) return true;
  if (text.includes('{{resolve:') || ((tag === '!Sub' || cursor.key === 'Fn::Sub') && text.includes('${'))) return true;
  return [cursor, cursor.parent, cursor.parent?.parent].some((at) => at?.key !== undefined && isReferenceKey(at.key) && isCursorOn(at.parent, 'map'));
}

const isReferenceKey = (key: string): boolean => /^Ref$|^Fn::(?!Sub$|If$|Join$)/u.test(key);

function getRefusal(cursor: Cursor<ScalarTree>, isWhole: boolean): string | undefined {
  if (!isWhole) return 'The secret is only a part of the value: store the whole value as one parameter, or build it where it is used.';
  return cursor.node.style === 'block' ? 'The value is a text of several lines: replace it by hand.' : undefined;
}
