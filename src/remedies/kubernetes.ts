import type { Proposal, Remedy, RemedyRequest } from '../core/remedy.ts';
import type { KubernetesSite, SecretSite, VariableSite } from '../core/sites/kubernetes.ts';
import type { Present } from '../core/store.ts';
import { toExternalSecret } from './kubernetes/external-secret.ts';
import { takeFromSecret } from './kubernetes/variable.ts';

/**
 * A Secret becomes an ExternalSecret, which the External Secrets Operator fills from Parameter Store
 * (https://external-secrets.io/latest/api/externalsecret/); a variable of a container is taken from such a Secret.
 */
export const kubernetes: Remedy<KubernetesSite> = {
  carrier: 'kubernetes',
  needs: 'parameter',
  propose(request): Proposal {
    const { site, text, parameter } = request;
    if (parameter === undefined) return { edits: undefined, reason: 'No parameter is known for it.' };
    const { name } = parameter.parameter;
    if (site.place === 'config') return { edits: undefined, reason: `All who may read the namespace's settings read a ConfigMap: take ${site.key} out, and pass it from a Secret that an ExternalSecret fills from ${name}.` };
    return site.place === 'variable' ? proposeVariable(site, text, name) : proposeManifest(request, site, parameter);
  },
};

function proposeVariable(site: VariableSite, text: string, name: string): Proposal {
  const source = site.sources.find(({ parameter }) => parameter === name);
  if (source === undefined) return { edits: undefined, reason: `No ExternalSecret of this file reads ${name}: ${describeWays(site.variable, name)} Then take the variable with valueFrom.secretKeyRef.` };
  return { edits: [takeFromSecret(site, text, source)], title: `take ${site.variable} from ${source.key} of the Secret ${source.secret}` };
}

function proposeManifest({ text, findParameter }: RemedyRequest<KubernetesSite>, site: SecretSite, parameter: Present): Proposal {
  const { manifest, key, obstacle } = site;
  const { name } = parameter.parameter;
  if (manifest === undefined) return { edits: undefined, reason: `Replace the Secret (${obstacle ?? 'by hand'}): ${describeWays(key, name)}` };
  const parameters = new Map<string, Present>();
  for (const { key: other, subject } of manifest.keys) {
    const present = other === key ? parameter : subject === undefined ? undefined : findParameter?.(subject);
    if (subject !== undefined && present === undefined) return { edits: undefined, reason: `The values of a Secret move together, and no parameter is sure to hold "${other}": create it, or name it under "map" in the config.` };
    if (present !== undefined) parameters.set(other, present);
  }
  const { store } = manifest;
  const elsewhere = [...parameters.values()].find(({ evidence }) => store.region !== undefined && evidence.region !== store.region);
  if (elsewhere !== undefined) return { edits: undefined, reason: `${store.kind} ${store.name} reads in ${store.region ?? ''}, and ${elsewhere.parameter.name} is in ${elsewhere.evidence.region}: name a store of that region.` };
  return {
    edits: toExternalSecret(text, manifest, parameters),
    title: `make the Secret from ${[...parameters.values()].map((present) => present.parameter.name).join(', ')}`,
    note: 'The role of the store needs ssm:GetParameter on each parameter. A tool that prunes what left the repository deletes the old Secret: the operator makes it anew.',
  };
}

const describeWays = (key: string, name: string): string =>
  `write an ExternalSecret with secretStoreRef to your store for Parameter Store and an entry of data with secretKey: ${/^[\w.-]+$/u.test(key) ? key : 'KEY'} and remoteRef.key: ${name}; or mount it with the Secrets Store CSI driver (SecretProviderClass, provider aws, objectName: ${name}, objectType: ssmparameter).`;
