import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { Secret } from '../../src/core/secret.ts';
import { getLikelyValues, getStoredValue } from '../../src/core/stored-value.ts';
import { detectors } from '../../src/detectors/index.ts';
import { scanBytes } from '../../src/pipeline.ts';
import { planProblem } from '../../src/planning.ts';
import { fake } from '../support/fake.ts';

const password = fake.password();
const part = fake.alphanumeric(18);
const url = `postgres://app:${part}@db.internal/orders`;
const name = '/prod/shop/x';

/** The value that would be stored for the first secret of a file: as text, or why it is not sure. */
async function getValue(path: string, text: string): Promise<string | boolean> {
  const file = await scanBytes('/', path, Buffer.from(text), defaultConfig);
  const [problem] = file.problems;
  if (problem?.subject === undefined) return `no problem in ${path}`;
  const parameter = { state: 'present', parameter: { name, type: 'SecureString', version: 1 }, evidence: { checkedAt: 0, region: 'eu-west-1' } } as const;
  const remedy = planProblem(problem, file, { root: '/', config: { ...defaultConfig, map: { [problem.subject.name]: name } }, knowledge: { answers: new Map([[name, parameter]]), found: [] } });
  if (remedy.state === 'none') return remedy.reason;
  const value = getStoredValue(text, problem, remedy.edits);
  return typeof value === 'string' ? false : ([password, part, url].find((known) => value.isSame(new Secret(known))) ?? true);
}

describe('what a parameter must hold', () => {
  it.each([
    ['.env', `DB_PASSWORD='${password}'\n`, password],
    ['.env', `DB_PASSWORD="${password}" # comment\n`, password],
    ['.env', `DATABASE_URL=${url}\n`, url],
    ['.env', `DATABASE_URL="${url}"\n`, url],
    ['a.mjs', `const dbPassword = '${password}';\n`, password],
    ['a.mjs', `const db = { password: "${password}" };\n`, password],
    ['a.mjs', `const databaseUrl = '${url}';\n`, part],
    ['a.py', `db_password = "${password}"\n`, password],
    ['a.sh', `export DB_PASSWORD='${password}'\n`, password],
  ])('%s with %#: is known', async (path, text, expected) => {
    expect(await getValue(path, text)).toBe(expected);
  });

  it.each([
    ['.env', `DB_PASSWORD=${password}\n`],
    ['.env', `DB_PASSWORD=${part}#1x\n`],
    ['.env', `DB_PASSWORD="${part}\\$1x"\n`],
    ['.env', `DB_PASSWORD="${part}\n`],
    ['application.properties', `spring.datasource.url=jdbc:postgresql://app:${part}@db.internal/orders\n`],
    ['application.properties', `spring.datasource.url=jdbc:sqlserver://db;user=app;password=${part}\n`],
    ['a.mjs', `const dbPassword = '${part}\\'x';\n`],
    ['a.mjs', `const dbPassword = '${part}' + 'x7!';\n`],
    ['a.py', `db_password = "${part}\\"x"\n`],
    ['a.sh', `export DB_PASSWORD="${part}$1X"\n`],
  ])('%s with %#: is not sure', async (path, text) => {
    expect([true, password, part, url]).not.toContain(await getValue(path, text));
  });
});

it('compares a secret alone and with what is around it', () => {
  const text = `x: "${url}"\n`;
  const [match] = createDetect(detectors).tokens(text);
  expect(match).toBeDefined();
  const problem = { ruleId: 'no-hardcoded-secrets', kind: 'x', severity: 'high', message: '', range: match?.range ?? [0, 0], secretRanges: [], ...(match === undefined ? {} : { secret: match.secret }) } as const;
  const values = getLikelyValues(text, problem);
  expect([part, url].map((value) => values.some((secret) => secret.isSame(new Secret(value))))).toEqual([true, true]);
});
