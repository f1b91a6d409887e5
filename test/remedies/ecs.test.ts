import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { applyEdits, mergeEdits } from '../../src/core/edit.ts';
import type { RemedyRequest } from '../../src/core/remedy.ts';
import type { EcsSite } from '../../src/core/sites/ecs.ts';
import { ecs, proposeMoves } from '../../src/remedies/ecs.ts';
import { fake } from '../support/fake.ts';
import { scanDocument } from '../scanners/scan-document.ts';
import { present } from './present.ts';

const first = fake.password('first');
const second = fake.password('second');
const arn = (name: string): string => `arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/${name}`;

describe('a task definition in JSON', () => {
  it('moves an entry before a list of secrets', async () => {
    const text = task(`[
        { "name": "LEVEL", "value": "info" },
        { "name": "DB_PASSWORD", "value": "${first}" }
      ],
      "secrets": [
        { "name": "A", "valueFrom": "/a" }
      ]`);
    expect(await move('task.json', text, ['DB_PASSWORD'])).toBe(
      task(`[
        { "name": "LEVEL", "value": "info" }
      ],
      "secrets": [
        { "name": "A", "valueFrom": "/a" },
        { "name": "DB_PASSWORD", "valueFrom": "${arn('db-password')}" }
      ]`),
    );
  });

  it('makes the list in the manner of the other', async () => {
    const text = task(`[
        {
          "name": "DB_PASSWORD",
          "value": "${first}"
        },
        {
          "name": "LEVEL",
          "value": "info"
        }
      ]`);
    expect(await move('task.json', text, ['DB_PASSWORD'])).toBe(
      task(`[
        {
          "name": "LEVEL",
          "value": "info"
        }
      ],
      "secrets": [
        {
          "name": "DB_PASSWORD",
          "valueFrom": "${arn('db-password')}"
        }
      ]`),
    );
  });

  it('leaves an empty list', async () => {
    expect(await move('task.json', task(`[{"name":"DB_PASSWORD","value":"${first}"}]`), ['DB_PASSWORD'])).toBe(
      task(`[],
      "secrets": [{"name":"DB_PASSWORD","valueFrom":"${arn('db-password')}"}]`),
    );
  });

  it('fills an empty list of secrets', async () => {
    const text = task(`[{"value":"${first}","name":"DB_PASSWORD"},{"name":"A","value":"b"}],"secrets":[]`);
    expect(await move('task.json', text, ['DB_PASSWORD'])).toBe(task(`[{"name":"A","value":"b"}],"secrets":[{"valueFrom":"${arn('db-password')}","name":"DB_PASSWORD"}]`));
  });

  it('keeps one line as one line', async () => {
    const text = JSON.stringify({ executionRoleArn: 'x', containerDefinitions: [{ environment: [{ name: 'A', value: 'b' }, { name: 'DB_PASSWORD', value: first }], image: 'i' }] });
    expect(JSON.parse(await move('task.json', text, ['DB_PASSWORD']))).toEqual({
      executionRoleArn: 'x',
      containerDefinitions: [{ environment: [{ name: 'A', value: 'b' }], secrets: [{ name: 'DB_PASSWORD', valueFrom: arn('db-password') }], image: 'i' }],
    });
  });
});

describe('several moves in one container', () => {
  const entries = (names: readonly string[]): string => `[${names.map((name) => JSON.stringify({ name, value: name === 'API_PASSWORD' ? second : name.includes('PASSWORD') ? first : 'x' })).join(', ')}]`;

  it.each([
    [['A', 'DB_PASSWORD', 'API_PASSWORD']],
    [['DB_PASSWORD', 'API_PASSWORD', 'A']],
    [['DB_PASSWORD', 'A', 'API_PASSWORD']],
  ])('merge beside secrets that stay: %s', async (names) => {
    const text = task(`${entries(names)}, "secrets": [{"name":"S","valueFrom":"/s"}]`);
    const merged = mergeEdits((await getRequests('task.json', text)).map((request) => getEdits(ecs.propose(request))));
    expect(read(applyEdits(text, merged ?? []))).toEqual({
      environment: [{ name: 'A', value: 'x' }],
      secrets: [{ name: 'S', valueFrom: '/s' }, ...names.filter((name) => name !== 'A').map((name) => ({ name, valueFrom: arn(toName(name)) }))],
    });
  });

  it.each([
    ['no list of secrets', ['A', 'DB_PASSWORD', 'API_PASSWORD'], ''],
    ['an empty list of secrets', ['A', 'DB_PASSWORD', 'API_PASSWORD'], ', "secrets": []'],
    ['no entry that stays', ['DB_PASSWORD', 'API_PASSWORD'], ', "secrets": [{"name":"S","valueFrom":"/s"}]'],
  ])('are refused together with %s, and are one proposal', async (_, names, rest) => {
    const text = task(entries(names) + rest);
    const requests = await getRequests('task.json', text);
    expect(mergeEdits(requests.map((request) => getEdits(ecs.propose(request))))).toBeUndefined();
    const { environment, secrets } = read(applyEdits(text, getEdits(proposeMoves(requests))));
    expect(environment).toEqual(names.includes('A') ? [{ name: 'A', value: 'x' }] : []);
    expect(secrets).toEqual(expect.arrayContaining([{ name: 'DB_PASSWORD', valueFrom: arn('db-password') }, { name: 'API_PASSWORD', valueFrom: arn('api-password') }]));
  });

  it('can be made one after the other', async () => {
    const once = await move('task.json', task(entries(['DB_PASSWORD', 'API_PASSWORD'])), ['DB_PASSWORD']);
    expect(read(await move('task.json', once, ['API_PASSWORD']))).toEqual({
      environment: [],
      secrets: [{ name: 'DB_PASSWORD', valueFrom: arn('db-password') }, { name: 'API_PASSWORD', valueFrom: arn('api-password') }],
    });
  });
});

describe('a task definition in YAML', () => {
  const stack = (lists: string, end = '\n'): string =>
    `Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ExecutionRoleArn: !GetAtt Role.Arn\n      ContainerDefinitions:\n        - Name: app\n${lists.replace(/^/gmu, '          ')}${end}`;

  it.each([
    [
      'makes the list',
      `Environment:\n  - Name: DB_PASSWORD # ours\n    Value: '${first}'\n  - Name: LEVEL\n    Value: info\nImage: x`,
      `Environment:\n  - Name: LEVEL\n    Value: info\nSecrets:\n  - Name: DB_PASSWORD # ours\n    ValueFrom: '${arn('db-password')}'\nImage: x`,
    ],
    [
      'appends in the manner of the list',
      `Secrets:\n- Name: A\n  ValueFrom: /a\nEnvironment:\n  -   Name: LEVEL\n      Value: info\n  -   Name: DB_PASSWORD\n      Value: ${first}\nImage: x`,
      `Secrets:\n- Name: A\n  ValueFrom: /a\n-   Name: DB_PASSWORD\n    ValueFrom: ${arn('db-password')}\nEnvironment:\n  -   Name: LEVEL\n      Value: info\nImage: x`,
    ],
    ['leaves an empty list', `Environment:\n  - Name: DB_PASSWORD\n    Value: ${first}\nImage: x`, `Environment: []\nSecrets:\n  - Name: DB_PASSWORD\n    ValueFrom: ${arn('db-password')}\nImage: x`],
    ['keeps maps in a line', `Environment:\n  - {Name: A, Value: b}\n  - {Name: DB_PASSWORD, Value: "${first}"}`, `Environment:\n  - {Name: A, Value: b}\nSecrets:\n  - {Name: DB_PASSWORD, ValueFrom: "${arn('db-password')}"}`],
    [
      'keeps lists in a line',
      `Environment: [{Name: A, Value: b}, {Name: DB_PASSWORD, Value: "${first}"}] # c\nImage: x`,
      `Environment: [{Name: A, Value: b}]\nSecrets: [{Name: DB_PASSWORD, ValueFrom: "${arn('db-password')}"}] # c\nImage: x`,
    ],
    [
      'keeps a container in braces',
      `Sidecar: 1\n- {Name: b, Environment: [{Name: DB_PASSWORD, Value: "${first}"}], Image: x}`,
      `Sidecar: 1\n- {Name: b, Environment: [], Secrets: [{Name: DB_PASSWORD, ValueFrom: "${arn('db-password')}"}], Image: x}`,
    ],
  ])('%s', async (_, before, after) => {
    const outdent = (text: string): string => text.replace(/^ {10}- \{/gmu, '        - {');
    expect(await move('stack.yaml', outdent(stack(before)), ['DB_PASSWORD'])).toBe(outdent(stack(after)));
    expect(() => parseYaml(outdent(stack(after)), { logLevel: 'silent' }) as unknown).not.toThrow();
  });

  it('stands a file without a last line break, and CRLF', async () => {
    const text = stack(`Image: x\nEnvironment:\n  - Name: A\n    Value: b\n  - Name: DB_PASSWORD\n    Value: ${first}`, '').replaceAll('\n', '\r\n');
    const moved = await move('stack.yaml', text, ['DB_PASSWORD']);
    expect(moved.replaceAll('\r\n', '')).not.toContain('\n');
    expect(read(moved)).toEqual({ Environment: [{ Name: 'A', Value: 'b' }], Secrets: [{ Name: 'DB_PASSWORD', ValueFrom: arn('db-password') }] });
  });

  it('merges moves beside an entry that stays', async () => {
    const text = stack(`Environment:\n  - Name: DB_PASSWORD\n    Value: ${first}\n  - Name: A\n    Value: b\n  - Name: API_PASSWORD\n    Value: ${second}\nImage: x`);
    const merged = mergeEdits((await getRequests('stack.yaml', text)).map((request) => getEdits(ecs.propose(request))));
    expect(applyEdits(text, merged ?? [])).toBe(
      stack(`Environment:\n  - Name: A\n    Value: b\nSecrets:\n  - Name: DB_PASSWORD\n    ValueFrom: ${arn('db-password')}\n  - Name: API_PASSWORD\n    ValueFrom: ${arn('api-password')}\nImage: x`),
    );
  });

  it('refuses moves together where none stays, and is one proposal', async () => {
    const text = stack(`Environment:\n  - Name: DB_PASSWORD\n    Value: ${first}\n  - Name: API_PASSWORD\n    Value: ${second}\nImage: x`);
    const requests = await getRequests('stack.yaml', text);
    expect(mergeEdits(requests.map((request) => getEdits(ecs.propose(request))))).toBeUndefined();
    expect(read(applyEdits(text, getEdits(proposeMoves(requests))))).toMatchObject({ Environment: [], Secrets: [{ Name: 'DB_PASSWORD' }, { Name: 'API_PASSWORD' }] });
  });
});

describe('reasons', () => {
  it.each([
    ['no execution role', task(`[{"name":"DB_PASSWORD","value":"${first}"}]`).replace('executionRoleArn', 'taskRoleArn'), {}, 'executionRoleArn'],
    ['a name that is taken', task(`[{"name":"DB_PASSWORD","value":"${first}"}], "secrets": [{"name":"DB_PASSWORD","valueFrom":"/x"}]`), {}, 'already'],
    ['a parameter in plain text', task(`[{"name":"DB_PASSWORD","value":"${first}"}]`), { type: 'String' as const }, 'SecureString'],
    ['a list from elsewhere', task(`[{"name":"DB_PASSWORD","value":"${first}"}], "secrets": "x"`), {}, 'put together'],
    ['a part of a value', task(`[{"name":"URL","value":"postgres://u:${fake.alphanumeric(14)}@db/x"}]`), {}, 'part of the value'],
  ])('%s', async (_, text, facts, reason) => {
    const [request] = await getRequests('task.json', text, facts);
    expect(request && ecs.propose(request)).toMatchObject({ edits: undefined, reason: expect.stringContaining(reason) as string });
  });

  it('takes the name within the region of the task', async () => {
    const text = task(`[{"name":"DB_PASSWORD","value":"${first}"}], "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app"`);
    expect(read(await move('task.json', text, ['DB_PASSWORD']))['secrets']).toEqual([{ name: 'DB_PASSWORD', valueFrom: '/prod/shop/db-password' }]);
  });
});

const task = (environment: string): string => `{
  "executionRoleArn": "arn:aws:iam::123456789012:role/x",
  "containerDefinitions": [
    {
      "name": "app",
      "environment": ${environment},
      "essential": true
    }
  ]
}
`;

const toName = (variable: string): string => variable.toLowerCase().replaceAll('_', '-');

async function getRequests(path: string, text: string, facts: Parameters<typeof present>[1] = {}): Promise<RemedyRequest<EcsSite>[]> {
  const { problems } = await scanDocument(path, text);
  return problems.flatMap((problem) => {
    const { site } = problem;
    if (site?.carrier !== 'ecs') return [];
    return [{ text, problem, site, parameter: present(`/prod/shop/${toName(site.name)}`, facts), parametersBelowPrefix: [], project: { dependencies: new Set<string>(), prefix: '' } }];
  });
}

async function move(path: string, text: string, names: readonly string[]): Promise<string> {
  const requests = (await getRequests(path, text)).filter(({ site }) => names.includes(site.name));
  const [request] = requests;
  return request === undefined ? 'nothing found' : applyEdits(text, getEdits(ecs.propose(request)));
}

function getEdits(proposal: ReturnType<typeof ecs.propose>): NonNullable<ReturnType<typeof ecs.propose>['edits']> {
  if (proposal.edits === undefined) throw new Error(proposal.reason);
  return proposal.edits;
}

/** The lists of the one container. */
function read(text: string): Record<string, unknown> {
  const document = parseYaml(text.replace(/!GetAtt /u, '')) as Record<string, never>;
  const find = (value: unknown): Record<string, unknown> | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    if ('environment' in value || 'Environment' in value) return value as Record<string, unknown>;
    return Object.values(value).map(find).find((found) => found !== undefined);
  };
  const container = find(document) ?? {};
  return Object.fromEntries(Object.entries(container).filter(([key]) => /^(?:environment|secrets)$/iu.test(key)));
}
