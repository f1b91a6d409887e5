import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import { createDetect } from '../../src/core/detect.ts';
import type { Proposal } from '../../src/core/remedy.ts';
import { detectors } from '../../src/detectors/index.ts';
import { spring } from '../../src/remedies/spring.ts';
import { properties } from '../../src/scanners/properties.ts';
import { yaml } from '../../src/scanners/yaml.ts';
import { fake } from '../support/fake.ts';
import { present } from './present.ts';

const password = fake.password();
const detect = createDetect(detectors);

describe('a property', () => {
  it.each([
    [`spring.datasource.password=${password}\n`, 'spring.datasource.password=${SPRING_DATASOURCE_PASSWORD}\n'],
    [`a=b\r\napp.mail-user.pass_phrase-password = ${password}\r\n`, 'a=b\r\napp.mail-user.pass_phrase-password = ${APP_MAILUSER_PASS_PHRASEPASSWORD}\r\n'],
    [`users[0].password ${password}`, 'users[0].password ${USERS_0_PASSWORD}'],
    [`db.password=\\\n  ${password}\n`, 'db.password=${DB_PASSWORD}\n'],
  ])('%#', async (before, after) => {
    expect(await fix('src/main/resources/application.properties', before, '/prod/shop/db-password')).toBe(after);
  });

  it.each([
    ['aws-parameterstore:/config/shop/', true],
    ['optional:file:a.yml,aws-parameterstore:/config/other/;/config/shop/', true],
    ['optional:aws-parameterstore:/config/shop/', false],
    ['aws-parameterstore:/config/', false],
  ])('goes where %s sets it', async (location, isGone) => {
    const text = (rest: string): string => `spring.config.import=${location}\n${rest}a=b\n`;
    const fixed = await fix('application-prod.properties', text(`db.main-password=${password}\n`), '/config/shop/db/mainPassword');
    expect(fixed).toBe(text(isGone ? '' : 'db.main-password=${DB_MAINPASSWORD}\n'));
  });

  it('in YAML', async () => {
    const text = (line: string): string => `spring.config.import: ["aws-parameterstore:/config/shop/"]\ndb:\n${line}  user: x\n`;
    expect(await fix('application.yml', text(`  password: '${password}'\n`), '/config/shop/db/password')).toBe(text(''));
    expect(await fix('application.yml', text(`  password: '${password}'\n`), '/prod/db/password')).toBe(text("  password: '${DB_PASSWORD}'\n"));
    expect(await fix('bootstrap.yml', `db: {password: ${fake.alphanumeric(20)}}\n`, '/prod/db/password')).toBe('db: {password: "${DB_PASSWORD}"}\n');
  });

  it('is left alone in other files', async () => {
    expect(await propose('gradle.properties', `db.password=${password}\n`, '/x')).toBeUndefined();
  });

  it('is not rewritten for a part of it', async () => {
    expect(await fix('application.properties', `url=postgres://u:${fake.alphanumeric(14)}@db/x\n`, '/x')).toContain('only a part');
  });

  it('says how to set the variable', async () => {
    expect(await propose('application.properties', `db.password=${password}\n`, '/prod/db-password')).toMatchObject({ note: expect.stringContaining('Set DB_PASSWORD from /prod/db-password') as string });
  });
});

async function propose(path: string, text: string, name: string): Promise<Proposal | undefined> {
  const { problems } = await (path.endsWith('.properties') ? properties : yaml).scan({ path, text }, detect);
  const [problem] = problems;
  const site = problem?.site;
  if (problem === undefined || site?.carrier !== 'spring') return undefined;
  if (site.refusal !== undefined) return { edits: undefined, reason: site.refusal };
  return spring.propose({ text, problem, site, parameter: present(name), parametersBelowPrefix: [], project: { prefix: '' } });
}

async function fix(path: string, text: string, name: string): Promise<string | undefined> {
  const proposal = await propose(path, text, name);
  return proposal?.edits === undefined ? proposal?.reason : applyEdits(text, proposal.edits);
}
