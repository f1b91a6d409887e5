import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { properties } from '../../src/scanners/properties.ts';
import { findTextSecrets } from '../../src/scanners/text.ts';
import { fake } from '../support/fake.ts';

const detect = createDetect(detectors);
const password = fake.password();

async function find(text: string, path = 'conf/app.properties'): Promise<string[]> {
  const { problems } = await properties.scan({ path, text }, detect);
  return problems.map((problem) => `${problem.subject?.name ?? ''}: ${text.slice(...problem.range)}`);
}

describe('properties', () => {
  it.each([
    ['without a mark between', `db.password ${password}`, password],
    ['over several lines', `db.password=${password.slice(0, 6)}\\\n    ${password.slice(6)}`, `${password.slice(0, 6)}\\\n    ${password.slice(6)}`],
    ['on the line after its key', `db.password:\\\n  ${password}`, `\\\n  ${password}`],
    ['in quotes', `db.password="${password}"`, password],
  ])('finds a password %s', async (_, text, marked) => {
    expect(await find(`a=b\n${text}\n`)).toEqual([`db.password: ${marked}`]);
  });

  it('finds what the text scanner finds', async () => {
    const text = `# db.password=${password}\napi.token=${fake.githubToken()}\nurl=postgres://u:${fake.alphanumeric(14)}@db/x\nkey=-----BEGIN\n`;
    const { problems } = await properties.scan({ path: 'a.properties', text }, detect);
    expect(problems.map(({ kind, range }) => [kind, range])).toEqual(findTextSecrets({ path: 'a.properties', text }, detect).map(({ kind, range }) => [kind, range]));
  });

  it.each(['db.password=${DB_PASSWORD}', 'db.password=', 'password.label Your password', 'jwt.secret.class com.example.Keys', 'db.password changeme'])('is quiet about %s', async (text) => {
    expect(await find(`${text}\n`)).toEqual([]);
  });

  it('is quiet about texts of an interface', async () => {
    expect(await find('login.password Kennwort1 eingeben\n', 'i18n/messages_de.properties')).toEqual([]);
  });
});
