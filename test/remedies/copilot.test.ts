import { expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { fixDocument, proposeAll } from './propose.ts';

const password = fake.password();

it('moves a variable of a service and of its environments', async () => {
  expect(await fixDocument('copilot/api/manifest.yml', `name: api\nvariables:\n  DB_PASSWORD: ${password}\nenvironments:\n  test:\n    variables: { A: b, API_PASSWORD: "${password}" }\n`)).toBe(
    'name: api\nsecrets:\n  DB_PASSWORD: /prod/shop/db-password\nenvironments:\n  test:\n    variables: { A: b }\n    secrets: { API_PASSWORD: "/prod/shop/api-password" }\n',
  );
});

it('says which tags the parameter needs', async () => {
  expect(await proposeAll('copilot/api/manifest.yml', `variables:\n  DB_PASSWORD: ${password}\n`)).toMatchObject([{ note: expect.stringContaining('copilot-environment') as string }]);
});

it('knows manifests by their folder', async () => {
  expect(await proposeAll('manifest.yml', `variables:\n  DB_PASSWORD: ${password}\n`)).toEqual([]);
});
