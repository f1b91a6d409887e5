import type { Problem } from '../../core/problem.ts';
import type { Reference } from '../../core/reference.ts';
import { getText, getValue, type Tree } from '../../core/tree.ts';
import type { FoundReferences } from '../../references/found.ts';
import { toReferenceProblem } from '../../references/problem.ts';
import { isParameterArn } from '../../references/arn.ts';
import type { Mention } from '../references.ts';
import { placeName, toReference } from './place.ts';

/** The Secrets Store CSI driver's provider for AWS, and the External Secrets Operator. */
export function readKubernetes(mention: Mention): Partial<FoundReferences> {
  const kind = getText(getValue(mention.root, 'kind'));
  if (kind === 'SecretProviderClass') return readProviderClass(mention);
  return kind === 'ExternalSecret' || kind === 'ClusterExternalSecret' ? readExternalSecret(mention) : {};
}

/** `parameters.objects` is a YAML text of its own (https://github.com/aws/secrets-store-csi-driver-provider-aws, README). */
function readProviderClass({ cursor, root, file }: Mention): Partial<FoundReferences> {
  const spec = getValue(root, 'spec');
  if (cursor.key !== 'objects' || getText(getValue(spec, 'provider')) !== 'aws') return {};
  const references: Reference[] = [];
  const problems: Problem[] = [];
  for (const item of cursor.node.text.split(/^(?=[ \t]*-[ \t])/mu)) {
    const name = getField(item, 'objectName');
    const type = getField(item, 'objectType') ?? (name?.startsWith('arn:aws:ssm:') === true ? 'ssmparameter' : undefined);
    if (name === undefined || type === undefined) continue;
    const place = placeName(name, cursor.node, file.text);
    if (type === 'ssmparameter' && isParameterArn(name)) problems.push(toArnProblem(place.range));
    else if (type === 'ssmparameter') references.push(toReference(place, { service: 'ssm', action: 'ssm:GetParameters', reader: 'program' }));
    else if (type === 'secretsmanager') references.push(toReference(place, { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', reader: 'program' }));
  }
  return { references, problems };
}

const getField = (item: string, key: string): string | undefined => new RegExp(`(?:^|[\\s{,-])${key}:[ \\t]*["']?([^"'\\s,}]{1,1100})`, 'u').exec(item)?.[1];

const toArnProblem = (range: Reference['range']): Problem =>
  toReferenceProblem({ ruleId: 'no-unresolved-reference', kind: 'arn-for-name', severity: 'high', range, message: 'objectName takes the name of a parameter, not its ARN.', advice: 'write the name, with its leading slash' });

/** The store that an ExternalSecret names often stands in another file; without it nothing is known of the provider. */
function readExternalSecret({ cursor, root, file }: Mention): Partial<FoundReferences> {
  if (cursor.key !== 'key' || !/^(?:remoteRef|extract)$/u.test(cursor.parent?.key ?? '')) return {};
  const service = getService(root, file.text);
  if (service === undefined) return {};
  const place = placeName(cursor.node.text, cursor.node, file.text);
  return {
    references: [
      service === 'ParameterStore'
        ? toReference(place, { service: 'ssm', action: 'ssm:GetParameter', reader: 'execution' })
        : toReference(place, { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', reader: 'execution' }),
    ],
  };
}

function getService(root: Tree, text: string): string | undefined {
  const store = getText(getValue(getValue(getValue(root, 'spec'), 'secretStoreRef'), 'name'));
  const services = new Set([...text.matchAll(/^[ \t]{0,40}service:[ \t]{1,10}["']?(?<service>ParameterStore|SecretsManager)\b/gmu)].map((found) => found.groups?.['service']));
  return store === undefined || services.size !== 1 ? undefined : [...services][0];
}
