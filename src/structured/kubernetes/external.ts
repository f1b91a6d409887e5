import type { SecretStore, VariableSite } from '../../core/sites/kubernetes.ts';
import { getEntry, getText, getValue, toList, type Tree } from '../../core/tree.ts';

/** Stores for Parameter Store (https://external-secrets.io/latest/provider/aws-parameter-store/) that a manifest may name. */
export function findStores(roots: readonly Tree[], manifest: Tree): SecretStore[] {
  return roots.flatMap((root) => {
    const kind = getText(getValue(root, 'kind'));
    const apiVersion = getText(getValue(root, 'apiVersion'));
    const name = getSafe(getName(root));
    const aws = getValue(getValue(getValue(root, 'spec'), 'provider'), 'aws');
    if (apiVersion === undefined || !/^external-secrets\.io\/\w+$/u.test(apiVersion) || name === undefined || getText(getValue(aws, 'service')) !== 'ParameterStore') return [];
    if (kind !== 'ClusterSecretStore' && (kind !== 'SecretStore' || getNamespace(root) !== getNamespace(manifest))) return [];
    const region = getText(getValue(aws, 'region'));
    return [{ apiVersion, kind, name, ...(region === undefined ? {} : { region }) }];
  });
}

/** Keys of Secrets that ExternalSecrets of the same namespace fill with a whole parameter. */
export function findSources(roots: readonly Tree[], manifest: Tree): VariableSite['sources'] {
  return roots.flatMap((root) => {
    const spec = getValue(root, 'spec');
    const secret = getSafe(getText(getValue(getValue(spec, 'target'), 'name')) ?? getName(root));
    if (getText(getValue(root, 'kind')) !== 'ExternalSecret' || secret === undefined || getNamespace(root) !== getNamespace(manifest)) return [];
    return toList(getValue(spec, 'data')).flatMap((entry) => {
      const key = getSafe(getText(getValue(entry, 'secretKey')));
      const reference = getValue(entry, 'remoteRef');
      const parameter = getText(getValue(reference, 'key'));
      return key === undefined || parameter === undefined || getEntry(reference, 'property', 'version') !== undefined ? [] : [{ secret, key, parameter }];
    });
  });
}

/** Names go into other places as they are. */
const getSafe = (name: string | undefined): string | undefined => (name !== undefined && /^[A-Za-z][\w.-]{0,252}$/u.test(name) ? name : undefined);

const getName = (root: Tree): string | undefined => getText(getValue(getValue(root, 'metadata'), 'name'));

const getNamespace = (root: Tree): string | undefined => getText(getValue(getValue(root, 'metadata'), 'namespace'));
