import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParameterStore, ParameterType } from '../../src/core/store.ts';

export interface Seed {
  readonly name: string;
  readonly type: Exclude<ParameterType, 'Secret'>;
  readonly version: number;
  /** What no answer may show. */
  readonly value: string;
}

export interface StoreUnderTest {
  readonly store: ParameterStore;
  close(): Promise<void>;
}

const secret = ['correct', 'horse', 'battery'].join('~');

const seeds: readonly Seed[] = [
  { name: '/prod/shop/db-password', type: 'SecureString', version: 2, value: secret },
  { name: '/prod/shop/dbPasswordOld', type: 'SecureString', version: 1, value: secret },
  { name: '/prod/shop/DB_PASSWORD', type: 'String', version: 1, value: secret },
  { name: '/prod/shop/hosts', type: 'StringList', version: 1, value: `a,${secret}` },
  { name: 'rootless', type: 'String', version: 1, value: secret },
  ...Array.from({ length: 220 }, (_, number): Seed => ({ name: `/bulk/entry-${String(number)}`, type: 'String', version: 1, value: secret })),
];

/** What every store of parameters keeps to. `setup` gives a store that holds just the seeds. */
export function describeStoreContract(name: string, setup: (seeds: readonly Seed[]) => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the store contract`, () => {
    let subject: StoreUnderTest;
    beforeAll(async () => {
      subject = await setup(seeds);
    }, 60_000);
    afterAll(() => subject.close());

    it('gives type and version of a parameter that is there', async () => {
      const answers = await subject.store.lookUp(['/prod/shop/db-password', '/prod/shop/hosts', 'rootless']);
      expect(answers.get('/prod/shop/db-password')).toMatchObject({
        state: 'present',
        parameter: { name: '/prod/shop/db-password', type: 'SecureString', version: 2 },
      });
      expect(answers.get('/prod/shop/hosts')).toMatchObject({ state: 'present', parameter: { type: 'StringList', version: 1 } });
      expect(answers.get('rootless')).toMatchObject({ state: 'present', parameter: { type: 'String' } });
    });

    it('says absent of a name that differs, be it in case only', async () => {
      const names = ['/prod/shop/db-passwor', '/PROD/shop/db-password', '/prod/shop', 'prod'];
      const answers = await subject.store.lookUp(names);
      expect(names.map((absent) => answers.get(absent)?.state)).toEqual(['absent', 'absent', 'absent', 'absent']);
    });

    it('tells when and where it looked', async () => {
      const [answer] = (await subject.store.lookUp(['/prod/shop/hosts'])).values();
      expect(answer).toMatchObject({ state: 'present', evidence: { region: 'eu-west-1' } });
      const checkedAt = answer?.state === 'present' ? answer.evidence.checkedAt : NaN;
      expect(checkedAt).toBeGreaterThan(Date.parse('2020-01-01'));
      expect(checkedAt).toBeLessThanOrEqual(Date.now());
    });

    it('gives one answer for each distinct name, in order', async () => {
      const answers = await subject.store.lookUp(['rootless', '/nowhere', 'rootless']);
      expect([...answers.keys()]).toEqual(['rootless', '/nowhere']);
      expect(await subject.store.lookUp([])).toEqual(new Map());
    });

    it('answers more names than fit in one request', async () => {
      const names = Array.from({ length: 260 }, (_, number) => `/bulk/entry-${String(number)}`);
      const answers = await subject.store.lookUp(names);
      expect(names.filter((absent) => answers.get(absent)?.state === 'absent')).toEqual(names.slice(220));
      expect(names.filter((present) => answers.get(present)?.state === 'present')).toEqual(names.slice(0, 220));
    });

    it('does not let a malformed name spoil its neighbours, and does not call it absent', async () => {
      const malformed = ['', '//x', '/a/', 'a/b', '/pröd', 'two words', '/x{{y}}', `/${'a/'.repeat(15)}a`, 'x'.repeat(1012)];
      const answers = await subject.store.lookUp([...malformed, 'rootless', '/nowhere']);
      for (const name of malformed) expect(answers.get(name), name).toMatchObject({ state: 'unknown', reason: 'invalid-name' });
      expect(answers.get('rootless')?.state).toBe('present');
      expect(answers.get('/nowhere')?.state).toBe('absent');
    });

    it.each(['db-password', 'DB-PASSWORD', 'Db-Password'])('finds by the fragment %s, without case', async (fragment) => {
      expect(await getNames(subject.store.search([fragment]))).toEqual(['/prod/shop/db-password']);
    });

    it('finds by any of the fragments, ordered by name', async () => {
      const found = await getNames(subject.store.search(['db-password', 'DB_PASSWORD', 'dbPassword', 'nothing-like-it']));
      expect(found).toEqual(['/prod/shop/DB_PASSWORD', '/prod/shop/db-password', '/prod/shop/dbPasswordOld']);
    });

    it('finds nothing for nothing, and at most 200 for much', async () => {
      expect(await getNames(subject.store.search([]))).toEqual([]);
      expect(await getNames(subject.store.search(['']))).toEqual([]);
      expect(await getNames(subject.store.search(['entry']))).toHaveLength(200);
    });

    it('lists every parameter, ordered by name', async () => {
      expect(await getNames(subject.store.list())).toEqual(seeds.map((seed) => seed.name).sort());
    });

    it('never shows a value', async () => {
      const { store } = subject;
      const shown = inspect(
        [await store.lookUp(seeds.map((seed) => seed.name)), await store.search(['shop', 'rootless']), await store.list(), store],
        { depth: null, maxArrayLength: null, maxStringLength: null, showHidden: true },
      );
      expect(shown).toContain('/prod/shop/hosts');
      expect(shown).not.toContain(secret);
    });
  });
}

async function getNames(search: ReturnType<ParameterStore['list']>): Promise<string[]> {
  const result = await search;
  if (result.state === 'unknown') throw new Error(result.detail);
  return result.parameters.map((parameter) => parameter.name);
}
