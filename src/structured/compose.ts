import type { Match } from '../core/detect.ts';
import { isInside, type Range } from '../core/range.ts';
import type { ComposeSite } from '../core/sites/compose.ts';
import { getEntry, getKeys, getRoot, getValue, isCursorOn, isInFlow, type Cursor, type ScalarTree, type Tree } from '../core/tree.ts';
import type { Placement } from './sites.ts';

/** The place of a secret in a Compose file (https://github.com/compose-spec/compose-spec/blob/main/spec.md). */
export function getComposeSite({ cursor, file, match }: Placement): ComposeSite | undefined {
  if (file.format !== 'yaml' || !isCompose(file.path, getRoot(cursor))) return undefined;
  const keys = getKeys(cursor);
  const value = getVariable(cursor, keys, file.text);
  const isBare = isInFlow(cursor) && cursor.node.style === 'plain';
  const shared = { carrier: 'compose', phase: keys.includes('args') ? 'build' : 'start', ...(isBare ? { quotesFrom: cursor.node.content[0] } : {}) } as const;
  if (value === undefined) return { ...shared, range: cursor.node.range, variable: '', refusal: getAdvice(keys) };
  const refusal = getRefusal(cursor, value, match, file.text);
  return { ...shared, ...value, ...(refusal === undefined ? {} : { refusal }) };
}

const isCompose = (path: string, root: Tree): boolean =>
  /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]{1,80})?\.ya?ml$/iu.test(path) || hasImage(getValue(root, 'services'));

/** Serverless Framework, GitLab and GitHub have `services` of another shape. */
const hasImage = (services: Tree | undefined): boolean => services?.kind === 'map' && services.entries.some(({ value }) => getEntry(value, 'image', 'build') !== undefined);

interface Variable {
  readonly variable: string;
  readonly range: Range;
}

/** Of a map or of a list of `NAME=value`. */
function getVariable(cursor: Cursor<ScalarTree>, keys: readonly string[], text: string): Variable | undefined {
  const { range, content } = cursor.node;
  if (!isCursorOn(cursor.parent, 'list')) {
    return isVariableMap(keys.slice(0, -1)) && range[0] < range[1] ? { variable: keys.at(-1) ?? '', range: content } : undefined;
  }
  const name = /^[^\s=]{1,200}(?==)/u.exec(text.slice(content[0], Math.min(content[1], content[0] + 201)))?.[0];
  return name === undefined || !isVariableMap(keys) ? undefined : { variable: name, range: [content[0] + name.length + 1, content[1]] };
}

/** `environment` and `build.args` of a service; a fragment (`x-…`) is filled in where its alias stands. */
const isVariableMap = ([top = '', , ...rest]: readonly string[]): boolean => {
  const key = rest.join('.');
  return top === 'services' ? key === 'environment' || key === 'build.args' : top.startsWith('x-') && (key === '' || key === 'environment');
};

function getRefusal({ node }: Cursor<ScalarTree>, { variable, range }: Variable, match: Match, text: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/u.test(variable)) return 'Compose cannot take a variable of this name from the environment: pass the secret under another name.';
  if (node.style === 'block' || /[\r\n]/u.test(text.slice(...range))) return 'The value is a text of several lines: replace it by hand.';
  if (!isInside(match.range, range)) return 'The secret begins before the value.';
  const isAll = match.range[0] === range[0] && match.range[1] === range[1];
  return isAll || match.isUrlPassword || match.isWholeValue ? undefined : 'The secret is only a part of the value: store the whole value as one parameter, or pass the secret in a variable of its own.';
}

const getAdvice = (keys: readonly string[]): string =>
  keys.at(-1) === 'content'
    ? 'Name a variable with "environment" in place of "content", put NAME=ssm://PARAMETER into the environment and start with "paramguard exec -- docker compose up".'
    : 'What stands here is seen by all who may inspect the container: pass it in a variable of "environment", filled in by "paramguard exec -- docker compose up".';
