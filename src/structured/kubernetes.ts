import type { Subject } from '../core/problem.ts';
import type { KubernetesSite } from '../core/sites/kubernetes.ts';
import { getEntry, getKeys, getRoot, getText, getValue, isCursorOn, isInFlow, type Cursor, type ScalarTree, type Tree } from '../core/tree.ts';
import { findSources } from './kubernetes/external.ts';
import { readManifest } from './kubernetes/manifest.ts';
import type { Placement } from './sites.ts';

/** The decoded value where a scalar is one of the `data` of a Kubernetes Secret (https://kubernetes.io/docs/concepts/configuration/secret/). */
export function decodeSecretData(cursor: Cursor<ScalarTree>): string | undefined {
  const data = cursor.parent;
  if (data?.key !== 'data' || getText(getValue(data.parent?.node, 'kind')) !== 'Secret') return undefined;
  return decodeBase64(cursor.node.text);
}

/** The key of a Secret, with the Secret's name around it. */
export function getSecretSubject(cursor: Cursor): Subject | undefined {
  const manifest = cursor.parent?.parent?.node;
  if (cursor.key === undefined || !/^(?:data|stringData)$/u.test(cursor.parent?.key ?? '') || !/^(?:Secret|ConfigMap)$/u.test(getText(getValue(manifest, 'kind')) ?? '')) return undefined;
  const name = getText(getValue(getValue(manifest, 'metadata'), 'name'));
  return { name: cursor.key, path: name === undefined ? [] : [name] };
}

/** The place of a secret in a manifest of Kubernetes: a Secret, a ConfigMap, a container's variable. */
export function getKubernetesSite(placement: Placement): KubernetesSite | undefined {
  const { cursor } = placement;
  const root = getRoot(cursor);
  const kind = getText(getValue(root, 'kind'));
  if (kind === undefined || getEntry(root, 'apiVersion') === undefined) return undefined;
  if (kind === 'Secret' && /^(?:data|stringData)$/u.test(getKeys(cursor)[0] ?? '')) {
    return { carrier: 'kubernetes', place: 'secret', key: cursor.key ?? '', ...readManifest(placement, root), ...getRefusal(placement) };
  }
  if (kind === 'ConfigMap') return { carrier: 'kubernetes', place: 'config', key: cursor.key ?? '' };
  return getVariableSite(placement, root);
}

function getVariableSite(placement: Placement, root: Tree): KubernetesSite | undefined {
  const { cursor, file, roots } = placement;
  const entry = cursor.parent;
  const container = entry?.parent?.parent;
  if (cursor.key !== 'value' || entry?.parent?.key !== 'env' || !/^(?:init|ephemeral)?containers$/iu.test(container?.parent?.key ?? '') || !isCursorOn(entry, 'map')) return undefined;
  const value = getEntry(entry.node, 'value');
  if (value === undefined) return undefined;
  return {
    carrier: 'kubernetes',
    place: 'variable',
    variable: getText(getValue(entry.node, 'name')) ?? '',
    range: [value.keyRange[0], value.value.range[1]],
    isFlow: isInFlow(cursor),
    format: file.format,
    sources: findSources(roots, root),
    ...getRefusal(placement),
  };
}

const getRefusal = ({ isWhole, match }: Placement): { refusal?: string } =>
  isWhole || match.isUrlPassword || match.isWholeValue ? {} : { refusal: 'The secret is only a part of the value: store the whole value as one parameter, or give the secret a key of its own.' };

/** As text; undefined for what is no base64 or no text. */
function decodeBase64(encoded: string): string | undefined {
  const digits = encoded.replace(/\s+/gu, '');
  if (digits.length < 8 || digits.length % 4 !== 0 || !/^[A-Za-z\d+/]+={0,2}$/u.test(digits)) return undefined;
  const text = atob(digits);
  return /^[\t\r\n -~]*$/u.test(text) ? text : undefined;
}
