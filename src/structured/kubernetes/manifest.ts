import type { Range } from '../../core/range.ts';
import type { SecretKey, SecretManifest, SecretSite } from '../../core/sites/kubernetes.ts';
import { getEntry, getText, getValue, type Entry, type MapTree, type ScalarTree, type Tree } from '../../core/tree.ts';
import type { Placement } from '../sites.ts';
import { findStores } from './external.ts';

/** What of a Secret's manifest goes to an ExternalSecret, or why it cannot. */
export function readManifest({ file, isFound, roots }: Placement, root: Tree): Pick<SecretSite, 'manifest' | 'obstacle'> {
  if (root.kind !== 'map' || root.isFlow || file.format !== 'yaml') return { obstacle: 'the manifest is written in braces' };
  const [store, ...others] = findStores(roots, root);
  if (store === undefined) return { obstacle: 'no SecretStore for Parameter Store stands in this file' };
  if (others.length > 0) return { obstacle: 'several stores stand in this file' };
  const keys = readKeys(root, file.text, isFound);
  const labels = readLabels(root, file.text);
  const type = getText(getValue(root, 'type'));
  const [apiVersion, kind] = [getEntry(root, 'apiVersion'), getEntry(root, 'kind')];
  if (apiVersion === undefined || kind === undefined || keys === undefined || labels === undefined || !/^[\w./-]+$/u.test(type ?? 'Opaque')) return { obstacle: 'a part of the manifest is written in a way that cannot be carried over' };
  const manifest: SecretManifest = {
    apiVersionRange: apiVersion.value.range,
    kindRange: kind.value.range,
    replaced: [...getData(root), ...root.entries.filter(({ key }) => key === 'type' || key === 'immutable')].map(toRange),
    store,
    ...(type === undefined || type === 'Opaque' ? {} : { type }),
    isImmutable: getText(getValue(root, 'immutable')) === 'true',
    keys,
    labels,
  };
  return { manifest };
}

const toRange = ({ keyRange, value }: Entry): Range => [keyRange[0], value.range[1]];

const getData = (root: MapTree): readonly Entry[] => root.entries.filter(({ key }) => key === 'data' || key === 'stringData');

function readKeys(root: MapTree, text: string, isFound: (tree: Tree) => boolean): SecretKey[] | undefined {
  const name = getText(getValue(getValue(root, 'metadata'), 'name'));
  const keys: SecretKey[] = [];
  for (const data of getData(root)) {
    if (data.value.kind !== 'map') return undefined;
    for (const { key, value } of data.value.entries) {
      if (value.kind !== 'scalar' || value.tag !== undefined || !/^[\w.-]+$/u.test(key) || keys.some((other) => other.key === key)) return undefined;
      const template = isFound(value) ? undefined : toTemplate(value, data.key, text);
      if (isFound(value) ? value.style === 'block' && !value.text.startsWith('-----BEGIN') : template === undefined) return undefined;
      keys.push(template === undefined ? { key, subject: { name: key, path: name === undefined ? [] : [name] } } : { key, template });
    }
  }
  return keys;
}

/** Values of a template are written in Go's template language, with a function for base64. */
function toTemplate(value: ScalarTree, group: string, text: string): string | undefined {
  const source = text.slice(...value.range);
  if (value.style === 'block' || /[\r\n]|\{\{/u.test(source)) return undefined;
  if (group === 'stringData') return source;
  return /^[A-Za-z\d+/]*={0,2}$/u.test(value.text) ? `'{{ "${value.text}" | b64dec }}'` : undefined;
}

/** A template brings its own labels; without one, those of the ExternalSecret are taken over. */
function readLabels(root: MapTree, text: string): SecretManifest['labels'] | undefined {
  const groups: (readonly [string, readonly string[]])[] = [];
  for (const group of ['labels', 'annotations']) {
    const map = getValue(getValue(root, 'metadata'), group);
    if (map === undefined) continue;
    if (map.kind !== 'map') return undefined;
    const lines = map.entries.map(({ keyRange, value }) => (value.kind === 'scalar' && value.style !== 'block' ? `${text.slice(...keyRange)}: ${text.slice(...value.range)}` : '\n'));
    if (lines.some((line) => line.includes('\n'))) return undefined;
    groups.push([group, lines]);
  }
  return groups;
}
