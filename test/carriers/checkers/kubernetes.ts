import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { runChecker, type Check } from '../../support/checker.ts';

/** The API server's schemas for what is Kubernetes' own; of the operator's manifests the part that we write. */
export function check(folder: string): Check {
  const documents = parseAllDocuments(readFileSync(path.join(folder, 'shop.yaml'), 'utf8')).map((document) => document.toJS() as Manifest);
  const wrong = documents.filter(({ kind }) => kind === 'ExternalSecret').flatMap(({ spec }) => findUnknown(spec, shape, 'spec'));
  return wrong.length === 0 ? runChecker('kubernetes-validate', ['--strict', '--no-warn', 'shop.yaml'], folder) : { code: 1, output: wrong.join('\n') };
}

interface Manifest {
  readonly kind: string;
  readonly spec: unknown;
}

/** https://external-secrets.io/latest/api/spec/#external-secrets.io/v1.ExternalSecretSpec */
const shape = {
  refreshInterval: 'string',
  secretStoreRef: { name: 'string', kind: 'string' },
  target: { immutable: 'boolean', template: { engineVersion: 'string', type: 'string', mergePolicy: 'string', metadata: { labels: { '*': 'string' }, annotations: { '*': 'string' } }, data: { '*': 'string' } } },
  data: { '*': { secretKey: 'string', remoteRef: { key: 'string' } } },
};

type Shape = string | { readonly [key: string]: Shape };

function findUnknown(value: unknown, expected: Shape | undefined, at: string): string[] {
  if (typeof value !== 'object' || value === null) return typeof value === expected ? [] : [`${at} is ${typeof value}`];
  if (typeof expected !== 'object') return [`${at} is not known`];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => findUnknown(inner, expected[key] ?? expected['*'], `${at}.${key}`));
}
