import { env } from 'node:process';
import { inspect } from 'node:util';
import { CreateSecretCommand, DeleteSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAwsStore } from '../../src/io/ssm.ts';
import { isolateAws, useEndpoint } from '../support/aws-environment.ts';
import { findMoto, startMoto, type Moto } from '../support/moto.ts';
import { describeStoreContract } from '../support/store-contract.ts';

const isSkipped = findMoto() === undefined && env['PARAMGUARD_REQUIRE_MOTO'] !== '1';

describe.skipIf(isSkipped)('Parameter Store through the AWS SDK (needs moto_server)', () => {
  let moto: Moto;
  beforeAll(async () => {
    // moto is fed through a client of its own
    env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
    moto = await startMoto();
  }, 60_000);
  afterAll(() => moto.stop());
  isolateAws();
  const createStore = (): ReturnType<typeof createAwsStore> => createAwsStore({ deadlineMs: 60_000 });
  const secret = ['s3', 'cr', '3t'].join('~');

  describeStoreContract('createAwsStore', async (seeds) => {
    await moto.put(seeds);
    // the environment is set for each test, and a store signs in at its first question
    const store = createStore();
    const withEndpoint = <T>(ask: () => T): T => {
      useEndpoint(moto.endpoint);
      return ask();
    };
    return {
      store: {
        get label() {
          return store.label;
        },
        lookUp: (names) => withEndpoint(() => store.lookUp(names)),
        search: (fragments) => withEndpoint(() => store.search(fragments)),
        list: () => withEndpoint(() => store.list()),
      },
      close: () => Promise.resolve(),
    };
  });

  it('understands versions and labels, which only GetParameters does', async () => {
    useEndpoint(moto.endpoint);
    await moto.put([{ name: '/indirect/x', type: 'SecureString', version: 2, value: secret }]);
    const answers = await createStore().lookUp(['/indirect/x:2', '/indirect/x:9', '/indirect/x:label', '/indirect/y:1']);
    expect([...answers.values()].map((answer) => answer.state)).toEqual(['present', 'absent', 'absent', 'absent']);
    expect([...answers.values()].map((answer) => (answer.state === 'absent' ? [answer.what, answer.parameter?.version] : []))).toEqual([[], ['version', 2], ['label', 2], ['parameter', undefined]]);
    expect(answers.get('/indirect/x:2')).toMatchObject({ parameter: { name: '/indirect/x', type: 'SecureString', version: 2 } });
    expect(inspect(answers, { depth: null })).not.toContain(secret);
  });

  it('finds a secret of Secrets Manager by its name and by its ARN with and without suffix', async () => {
    useEndpoint(moto.endpoint, { AWS_ENDPOINT_URL_SECRETS_MANAGER: moto.endpoint });
    const client = new SecretsManagerClient({ endpoint: moto.endpoint, region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
    const { ARN = '' } = await client.send(new CreateSecretCommand({ Name: 'shop/db', SecretString: secret }));
    const names = ['/aws/reference/secretsmanager/shop/db', ARN, ARN.slice(0, -7), '/aws/reference/secretsmanager/shop/gone'];
    const answers = await createStore().lookUp(names);
    expect([...answers.values()].map((answer) => answer.state)).toEqual(['present', 'present', 'present', 'absent']);
    expect(answers.get(ARN)).toMatchObject({ parameter: { name: 'shop/db', type: 'Secret' } });
    expect(inspect(answers, { depth: null })).not.toContain(secret);
    await client.send(new DeleteSecretCommand({ SecretId: 'shop/db' }));
    expect((await createStore().lookUp([ARN])).get(ARN)).toMatchObject({ state: 'absent', what: 'deleted' });
  });

  it('finds a public parameter, which DescribeParameters does not list', async () => {
    useEndpoint(moto.endpoint);
    const name = '/aws/service/global-infrastructure/regions/eu-west-1';
    expect((await createStore().lookUp([name])).get(name)).toMatchObject({ state: 'present', parameter: { type: 'String' } });
  });

  it('takes a name without further parts with and without its slash, as AWS does', async () => {
    useEndpoint(moto.endpoint);
    await moto.put([{ name: 'twin', type: 'String', version: 1, value: secret }]);
    const answers = await createStore().lookUp(['twin', '/twin']);
    expect([...answers.values()].map((answer) => answer.state)).toEqual(['present', 'present']);
  });
});
