import type { ServerlessSite } from '../core/sites/serverless.ts';
import { getEntry, getKeys, getText, getValue, type Cursor, type ScalarTree, type Tree } from '../core/tree.ts';
import type { StructuredFile } from './document.ts';

/** The place of a secret in the file of a service (https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml); its resources are a template of their own. */
export function getServerlessSite(cursor: Cursor<ScalarTree>, { path }: StructuredFile, isWhole: boolean): ServerlessSite | undefined {
  const root = getRoot(cursor);
  if (!isService(path, root) || getKeys(cursor)[0] === 'resources') return undefined;
  const region = getRegion(root);
  const refusal = getRefusal(cursor, root, isWhole);
  return {
    carrier: 'serverless',
    range: cursor.node.range,
    isFlow: isInFlow(cursor),
    ...(region === undefined ? {} : { region }),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

const isService = (path: string, root: Tree): boolean =>
  /(?:^|\/)serverless[\w.-]*\.(?:ya?ml|json)$/iu.test(path) && getEntry(root, 'service') !== undefined && getName(getValue(root, 'provider')) === 'aws';

const getName = (provider: Tree | undefined): string | undefined => getText(provider) ?? getText(getValue(provider, 'name'));

function getRoot(cursor: Cursor): Tree {
  let at = cursor;
  while (at.parent !== undefined) at = at.parent;
  return at.node;
}

/** The framework's own region where the file names none. */
function getRegion(root: Tree): string | undefined {
  const region = getValue(getValue(root, 'provider'), 'region');
  if (region === undefined) return 'us-east-1';
  const text = getText(region);
  return text !== undefined && /^[a-z]{2}(?:-[a-z]+)+-\d$/u.test(text) ? text : undefined;
}

function isInFlow(cursor: Cursor): boolean {
  const { parent } = cursor;
  return parent !== undefined && parent.node.kind !== 'scalar' && 'isFlow' in parent.node && parent.node.isFlow;
}

function getRefusal(cursor: Cursor<ScalarTree>, root: Tree, isWhole: boolean): string | undefined {
  if (!isWhole) return 'The secret is only a part of the value: put "${ssm:/NAME}" in the place of that part.';
  if (cursor.node.style === 'block') return 'The value is a text of several lines: replace it by hand.';
  const version = getText(getValue(root, 'frameworkVersion')) ?? '';
  return /^[\^~>=\s]*1\b/u.test(version) ? 'Version 1 of the framework needs "~true" after the name to decrypt a SecureString: go to version 3 or later first.' : undefined;
}
