import { RuleTester } from 'eslint';
import { afterAll, describe, it } from 'vitest';
import parser from '@typescript-eslint/parser';

const hooks = RuleTester as unknown as Record<string, unknown>;
hooks['afterAll'] = afterAll;
hooks['describe'] = describe;
hooks['it'] = it;
hooks['itOnly'] = it.only;

/** ESLint's own tester over the TypeScript parser; `settings` name the inventory that the suggestions come from. */
export const createTester = (settings: Readonly<Record<string, unknown>> = {}): RuleTester =>
  new RuleTester({ languageOptions: { parser }, settings: { paramguard: settings } } as never);
