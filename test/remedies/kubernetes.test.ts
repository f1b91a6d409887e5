import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { planDocument } from './plan-document.ts';

const password = fake.password();
const token = fake.alphanumeric(32);
const names = ['/prod/shop/db-password', '/prod/shop/api-token'];
const plan = async (text: string, path = 'shop.yaml', subject?: string, known = names): Promise<string> => (await planDocument(path, text, known, subject)).result;

const store = (kind = 'SecretStore', region = 'eu-west-1', namespace = ''): string =>
  `apiVersion: external-secrets.io/v1\nkind: ${kind}\nmetadata:\n  name: aws\n${namespace}spec: {provider: {aws: {service: ParameterStore, region: ${region}}}}\n---\n`;
const secret = (lines: string): string => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\n${lines}`;
const external = (lines: string, kind = 'SecretStore'): string =>
  `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: shop\nspec:\n  refreshInterval: 1h\n  secretStoreRef:\n    kind: ${kind}\n    name: aws\n${lines}`;
const entry = (key: string, parameter: string): string => `    - secretKey: ${key}\n      remoteRef:\n        key: /prod/shop/${parameter}\n`;
const data = `  data:\n${entry('db-password', 'db-password')}`;

describe('a Secret', () => {
  it.each([
    ['text', `stringData:\n  db-password: ${password}\n`],
    ['base64', `data:\n  db-password: ${btoa(password)}\n`],
    ['a type that is the default', `type: Opaque\nstringData:\n  # ours\n  db-password: "${password}" # old\n`],
  ])('of %s', async (_, lines) => {
    expect(await plan(store() + secret(lines))).toBe(store() + external(data));
  });

  it('from the store of a cluster', async () => {
    expect(await plan(store('ClusterSecretStore') + secret(`stringData:\n  db-password: ${password}\n`))).toBe(store('ClusterSecretStore') + external(data, 'ClusterSecretStore'));
  });

  it('with several secrets goes as a whole, whichever is asked for', async () => {
    const text = store() + secret(`stringData:\n  db-password: ${password}\n  api-token: ${token}\n`);
    const result = store() + external(data + entry('api-token', 'api-token'));
    expect(await plan(text, 'shop.yaml', 'db-password')).toBe(result);
    expect(await plan(text, 'shop.yaml', 'api-token')).toBe(result);
    expect(await plan(text, 'shop.yaml', 'db-password', ['/prod/shop/db-password'])).toContain('"api-token": create it');
    expect(await plan(text, 'shop.yaml', 'db-password', [...names, '/dev/shop/api-token'])).toContain('"api-token": create it');
  });

  it('keeps what is no secret, its type, labels and that it cannot be changed', async () => {
    const text = secret(`immutable: true\ntype: kubernetes.io/basic-auth\ndata:\n  user: c2hvcA==\nstringData:\n  db-password: ${password}\n  port: '5432'\n`).replace('name: shop\n', 'name: shop\n  labels: {app: shop}\n  annotations:\n    a.b/c: "d"\n');
    const target = `  target:
    immutable: true
    template:
      engineVersion: v2
      type: kubernetes.io/basic-auth
      metadata:
        labels:
          app: shop
        annotations:
          a.b/c: "d"
      mergePolicy: Merge
      data:
        user: '{{ "c2hvcA==" | b64dec }}'
        port: '5432'
`;
    expect(await plan(store() + text)).toBe(store() + external(target + data).replace('name: shop\n', 'name: shop\n  labels: {app: shop}\n  annotations:\n    a.b/c: "d"\n'));
  });

  it('keeps its place among other documents, and CRLF', async () => {
    const text = `${store()}${secret(`stringData:\n  db-password: ${password}`)}\n---\nkind: Other\n`.replaceAll('\n', '\r\n');
    expect(await plan(text)).toBe(`${store()}${external(data)}---\nkind: Other\n`.replaceAll('\n', '\r\n'));
    expect(await plan(store() + secret(`stringData:\n  db-password: ${password}`))).toBe((store() + external(data)).trimEnd());
  });

  it.each([
    ['no store', secret(`stringData:\n  db-password: ${password}\n`), 'remoteRef.key: /prod/shop/db-password'],
    ['a store of another namespace', store('SecretStore', 'eu-west-1', '  namespace: other\n') + secret(`stringData:\n  db-password: ${password}\n`), 'no SecretStore'],
    ['two stores', store() + store() + secret(`stringData:\n  db-password: ${password}\n`), 'several stores'],
    ['a store of another region', store('SecretStore', 'us-east-1') + secret(`stringData:\n  db-password: ${password}\n`), 'name a store of that region'],
    ['a file among the values', store() + secret(`stringData:\n  db-password: ${password}\n  app.ini: |\n    a = b\n    c = d\n`), 'cannot be carried over'],
    ['a template among the values', store() + secret(`stringData:\n  db-password: ${password}\n  greeting: "{{ .Name }}"\n`), 'cannot be carried over'],
    ['braces', `${store()}{apiVersion: v1, kind: Secret, metadata: {name: shop}, stringData: {db-password: "${password}"}}\n`, 'written in braces'],
    ['a part', store() + secret(`stringData:\n  db-password: a ${fake.githubToken()} b\n`), 'only a part'],
    ['a ConfigMap', secret(`data:\n  db-password: ${password}\n`).replace('Secret', 'ConfigMap'), 'read a ConfigMap'],
  ])('stays with %s', async (_, text, reason) => {
    expect(await plan(text)).toContain(reason);
  });

  it('stays in JSON', async () => {
    expect(await plan(JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'shop' }, stringData: { 'db-password': password } }), 'shop.json')).toContain('written in braces');
  });
});

describe('a variable', () => {
  const pod = (env: string): string => `---\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: web\n      env:\n${env}`;

  it.each([
    ['lines', `        - name: DB_PASSWORD\n          value: "${password}" # old\n`, `        - name: DB_PASSWORD\n          valueFrom:\n            secretKeyRef:\n              name: shop\n              key: db-password # old\n`],
    ['braces', `        - {name: DB_PASSWORD, value: "${password}"}\n`, `        - {name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: shop, key: db-password } }}\n`],
  ])('in %s is taken from the Secret that has it', async (_, before, after) => {
    expect(await plan(external(data) + pod(before))).toBe(external(data) + pod(after));
  });

  it.each([
    ['no Secret', ''],
    ['a Secret of another parameter', external(`  data:\n${entry('db-password', 'other')}`)],
    ['a Secret of another namespace', external(data).replace('name: shop\n', 'name: shop\n  namespace: other\n')],
    ['a part of a parameter', external(`${data}        property: password\n`)],
    ['a name that would be more than one', external(data).replace('name: shop\n', 'name: "shop, key: x"\n')],
  ])('stays with %s', async (_, head) => {
    expect(await plan(head + pod(`        - name: DB_PASSWORD\n          value: "${password}"\n`))).toContain('remoteRef.key: /prod/shop/db-password');
  });
});
