import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { planDocument } from './plan-document.ts';

const password = fake.password();
const names = ['/prod/shop/db-password', '/prod/shop/database-url'];
const reference = '${DB_PASSWORD:?set it from Parameter Store /prod/shop/db-password}';
const service = (lines: string): string => `services:\n  db:\n    image: postgres\n    ${lines}\n`;
const plan = async (text: string, path = 'compose.yaml'): Promise<string> => (await planDocument(path, text, names)).result;

describe('variables of a service', () => {
  it.each([
    ['a map', 'environment:\n      DB_PASSWORD: ', password, reference],
    ['a quoted value', 'environment:\n      DB_PASSWORD: ', `'${password}'`, `'${reference}'`],
    ['an anchor', 'environment:\n      DB_PASSWORD: &pw ', password, reference],
    ['a list', 'environment:\n      - DB_PASSWORD=', password, reference],
    ['a quoted item', 'environment:\n      - "DB_PASSWORD=', `${password}"`, `${reference}"`],
    ['braces', 'environment: {A: b, DB_PASSWORD: ', `${password}}`, `"${reference}"}`],
    ['a list in brackets', 'environment: [A=b, ', `DB_PASSWORD=${password}, C=d]`, `"DB_PASSWORD=${reference}", C=d]`],
    ['a quoted item in brackets', 'environment: [', `'DB_PASSWORD=${password}']`, `'DB_PASSWORD=${reference}']`],
    ['arguments of a build', 'build:\n      args:\n        DB_PASSWORD: ', password, reference],
    ['a URL', 'environment:\n      DATABASE_URL: ', `postgres://shop:${password.replace('#', '')}@db/shop`, '${DATABASE_URL:?set it from Parameter Store /prod/shop/database-url}'],
  ])('%s', async (_, before, value, expected) => {
    expect(await plan(service(before + value))).toBe(service(before + expected));
  });

  it.each(['docker-compose.yml', 'deploy/docker-compose.prod.yaml', 'compose.override.yml', 'stack.yml'])('in %s', async (path) => {
    expect(await plan(service(`environment:\n      DB_PASSWORD: ${password}`), path)).toContain(reference);
  });

  it('in a fragment', async () => {
    const text = (value: string): string => `x-db: &db\n  DB_PASSWORD: ${value}\n${service('environment: *db')}`;
    expect(await plan(text(password))).toBe(text(reference));
  });

  it('tells how to start', async () => {
    const { note } = await planDocument('compose.yaml', service(`environment:\n      DB_PASSWORD: ${password}`), names);
    expect(note).toContain('DB_PASSWORD=ssm:///prod/shop/db-password');
    expect(note).toContain('paramguard exec --dotenv ssm.env -- docker compose up');
  });
});

describe('reasons', () => {
  it.each([
    ['a part of a value', `environment:\n      OPTIONS: --token=${fake.githubToken()}`, 'only a part'],
    ['another name within the value', `environment:\n      OPTIONS: DB_PASSWORD=${password}`, 'only a part'],
    ['several lines', `environment:\n      DB_PASSWORD: |\n        ${password}`, 'several lines'],
    ['a name that no shell has', `environment:\n      db.password: ${password}`, 'cannot take a variable'],
    ['a command', `command: run --token ${fake.githubToken()}`, 'may inspect the container'],
    ['a label', `labels:\n      token: ${fake.githubToken()}`, 'may inspect the container'],
  ])('%s', async (_, lines, reason) => {
    expect(await plan(service(lines))).toContain(reason);
  });
});

it('leaves services of other tools alone', async () => {
  expect(await plan(`service: shop\nservices:\n  - name: a\ndb:\n  password: ${password}\n`, 'other.yml')).toContain('no safe edit is known');
});
