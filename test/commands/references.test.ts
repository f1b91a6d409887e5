import { afterEach, describe, expect, it } from 'vitest';
import { fakeKeys } from '../support/aws-environment.ts';
import { inventory, makeFolder, run, runAsync } from '../support/command.ts';
import { answerFrom, fail, startFaultServer, type Call, type FaultServer, type Reply } from '../support/fault-server.ts';

let server: FaultServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answer: (call: Call) => Reply): Promise<Record<string, string>> {
  server = await startFaultServer(answer);
  return { ...fakeKeys, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SSM: server.endpoint };
}

const read = (name: string): string => `await getParameter('${name}', { decrypt: true });\n`;
const toProgram = (names: readonly string[]): string => `import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\n${names.map(read).join('')}`;

const names = Array.from({ length: 1000 }, (_, number) => `/app/n${String(number)}`);

describe('1,000 references', () => {
  it('are verified in 20 questions', async () => {
    const settings = await serve((call) => answerFrom(Object.fromEntries(names.map((name) => [name, 'x'])), call));
    const { code, stdout } = await runAsync(makeFolder({ 'a.ts': toProgram(names) }), ['scan', '--store', 'aws'], settings);
    expect({ code, summary: stdout.split('\n').find((line) => line.startsWith('References')) }).toMatchObject({ code: 0, summary: expect.stringMatching(/^References: 1000 verified \(checked just now in (?:\d{12}\/)?eu-west-1\)\.$/u) });
    expect(server?.calls.map(({ action }) => action)).toEqual(Array.from({ length: 20 }, () => 'DescribeParameters'));
  });

  it('are looked for by likeness in a few more, however many are missing', async () => {
    const settings = await serve((call) => answerFrom({}, call));
    const { code, stdout } = await runAsync(makeFolder({ 'a.ts': toProgram(names) }), ['scan', '--store', 'aws'], settings);
    expect({ code, hasAll: stdout.includes('References: 1000 missing') }).toEqual({ code: 1, hasAll: true });
    expect(server?.calls.length).toBeLessThanOrEqual(22);
  });
});

describe('a store that proves nothing', () => {
  const folder = (): string => makeFolder({ 'a.ts': toProgram(['/app/db']) });

  it('is no reason for a finding', async () => {
    const settings = await serve(() => fail('AccessDeniedException'));
    const { code, stdout } = await runAsync(folder(), ['scan', '--store', 'aws'], settings);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('References: 1 denied: ') });
  });

  it('is one for exit 2 where verification is required', async () => {
    const settings = await serve(() => fail('AccessDeniedException'));
    expect(await runAsync(folder(), ['scan', '--store', 'aws', '--require-verified'], settings)).toMatchObject({ code: 2 });
    expect(run(folder(), ['scan', '--store', 'none', '--require-verified'])).toMatchObject({ code: 2 });
    expect(run(makeFolder({ 'a.ts': toProgram(['/app/db']), 'inventory.json': inventory(['/app/db']) }), ['scan', '--store', 'file:inventory.json', '--require-verified'])).toMatchObject({ code: 0 });
  });
});

it('says in JSON what is proven of each name', () => {
  const files = { 'a.ts': toProgram(['/app/db', '/app/nope', '/app//db']), 'inventory.json': inventory(['/app/db']) };
  const { references } = JSON.parse(run(makeFolder(files), ['scan', '--store', 'file:inventory.json', '--format', 'json']).stdout) as { references: object[] };
  expect(references).toMatchObject([
    { path: 'a.ts', start: { line: 2, column: 21 }, name: '/app/db', outcome: 'verified', checked: { account: '123456789012', region: 'eu-west-1' } },
    { name: '/app/nope', outcome: 'missing', checked: { region: 'eu-west-1' } },
    { name: '/app//db', outcome: 'malformed' },
  ]);
});

it('fixes a name by its case, with the evidence beside it', () => {
  const folder = makeFolder({ 'a.ts': toProgram(['/App/DB']), 'inventory.json': inventory(['/app/db']) });
  expect(run(folder, ['scan', '--store', 'file:inventory.json']).stdout).toMatch(/use \/app\/db\n\s+\/app\/db: SecureString v7, checked 3 min ago in 123456789012\/eu-west-1/u);
  expect(run(folder, ['fix', '--apply', '--store', 'file:inventory.json'])).toMatchObject({ code: 0, stdout: 'Fixed 1 broken reference in 1 file.\n' });
  expect(run(folder, ['scan', '--store', 'file:inventory.json'])).toMatchObject({ code: 0 });
});

it('obeys rules that are off, and comments', () => {
  const program = toProgram(['/app/nope']);
  expect(run(makeFolder({ 'a.ts': program, 'inventory.json': inventory([]), 'paramguard.json': '{"rules": {"no-unknown-parameter": "off"}}' }), ['scan', '--store', 'file:inventory.json'])).toMatchObject({ code: 0 });
  const allowed = program.replace('await', '// paramguard-disable-next-line no-unknown-parameter -- made by another team\nawait');
  expect(run(makeFolder({ 'a.ts': allowed, 'inventory.json': inventory([]) }), ['scan', '--store', 'file:inventory.json'])).toMatchObject({ code: 0 });
});

describe('a key that one place has and another lacks', () => {
  const files = (config: object): Record<string, string> => ({
    'a.ts': toProgram(['/prod/app/db', '/prod/app/key']),
    'inventory.json': inventory(['/prod/app/db', '/prod/app/key', '/dev/app/db']),
    'us.json': inventory(['/prod/app/db']).replace('eu-west-1', 'us-east-1'),
    'paramguard.json': JSON.stringify(config),
  });
  const scan = (config: object): { code: number | null; stdout: string; stderr: string } => run(makeFolder(files(config)), ['scan', '--store', 'file:inventory.json']);

  it('is found by stage', () => {
    expect(scan({ stages: ['dev', 'prod'] })).toMatchObject({ code: 1, stdout: expect.stringContaining('The parameter /prod/app/key is there, and /dev/app/key is not.') });
    expect(scan({ stages: ['dev', 'prod'] }).stdout).toContain('1 broken reference');
  });

  it('is found by Region', () => {
    expect(scan({ replicas: ['us.json'] })).toMatchObject({ code: 1, stdout: expect.stringContaining('The parameter /prod/app/key is missing in 123456789012/us-east-1.') });
  });

  it('is not looked for without being told', () => {
    expect(scan({})).toMatchObject({ code: 0 });
  });

  it('is said where an inventory cannot be read', () => {
    expect(scan({ replicas: ['nowhere.json'] })).toMatchObject({ code: 2, stderr: expect.stringContaining('"replicas": no inventory at') });
  });
});
