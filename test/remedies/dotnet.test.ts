import { describe, expect, it } from 'vitest';
import { applyEdits, mergeEdits } from '../../src/core/edit.ts';
import { fake } from '../support/fake.ts';
import { proposeAll } from './propose.ts';

const password = fake.password();

describe('a setting of .NET', () => {
  it.each([
    ['first of its lines', `{\n  "Db": {\n    "Password": "${password}", // old\n    "Host": "a"\n  }\n}`, '{\n  "Db": {\n    "Host": "a"\n  }\n}'],
    ['last of its lines', `{\r\n  "Db": {\r\n    "Host": "a", // here\r\n    "Password": "${password}"\r\n  }\r\n}`, '{\r\n  "Db": {\r\n    "Host": "a" // here\r\n  }\r\n}'],
    ['first in a line', `{"Db": {"Password": "${password}", "Host": "a"}}`, '{"Db": {"Host": "a"}}'],
    ['last in a line', `{"Db": {"Host": "a", "Password": "${password}"}}`, '{"Db": {"Host": "a"}}'],
    ['alone', `{"Db": {"Password": "${password}"}}`, '{"Db": {}}'],
    ['with a colon in its key', `{"Host": "a", "Db:Password": "${password}"}`, '{"Host": "a"}'],
    ['after a comment', `{"Db": {\n  "Host": "a" /* , */,\n  "Password": "${password}",\n}}`, '{"Db": {\n  "Host": "a" /* , */,\n}}'],
  ])('goes, %s', async (_, text, expected) => {
    const [proposal] = await propose(text, '/prod/shop/db/password');
    expect(applyEdits(text, proposal?.edits ?? [])).toBe(expected);
    expect(proposal).toMatchObject({ note: expect.stringContaining('AddSystemsManager("/prod/shop")') as string });
  });

  it('is known by the key of a whole connection string', async () => {
    const text = `{"ConnectionStrings": {"Default": "Server=db;User Id=a;Password=${password}"}}`;
    const [proposal] = await propose(text, '/prod/shop/ConnectionStrings/Default');
    expect(applyEdits(text, proposal?.edits ?? [])).toBe('{"ConnectionStrings": {}}');
  });

  it('goes with its neighbour only where the commas stay right', async () => {
    const text = `{\n  "Host": "a",\n  "Password": "${password}",\n  "ApiToken": "${fake.alphanumeric(24)}"\n}`;
    const proposals = await propose(text, (subject) => `/prod/shop/${subject}`);
    expect(proposals).toHaveLength(2);
    expect(mergeEdits(proposals.map(({ edits }) => edits ?? []))).toBeUndefined();
  });

  it.each([
    ['another name', `{"Db": {"Password": "${password}"}}`, '/prod/shop/db-password', '/PATH/Db/Password'],
    ['a name without a path', `{"Password": "${password}"}`, '/password', '/PATH/Password'],
    ['a list', `{"Users": [{"Password": "${password}"}]}`, '/prod/shop/Users/0/Password', 'list'],
  ])('stays with %s', async (_, text, name, reason) => {
    expect(await propose(text, name)).toMatchObject([{ edits: undefined, reason: expect.stringContaining(reason) as string }]);
  });

  it('is looked for in appsettings only', async () => {
    expect(await proposeAll('settings.json', `{"Db": {"Password": "${password}"}}`)).toEqual([]);
  });
});

const propose = (text: string, name: string | ((subject: string) => string)): ReturnType<typeof proposeAll> => proposeAll('src/appsettings.Production.json', text, typeof name === 'string' ? () => name : name);
