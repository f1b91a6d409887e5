import type { ESLint, Linter } from 'eslint';
import type { RuleId } from './core/catalogue.ts';
import { dotenvLanguage } from './eslint/dotenv-language.ts';
import { rules } from './rules/index.ts';
import { version } from './version.ts';

/** The ESLint plugin: `export default [...paramguard.configs.recommended]`. */
interface Plugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<RuleId, NonNullable<ESLint.Plugin['rules']>[string]>;
  readonly configs: { readonly recommended: Linter.Config[] };
}

const base = {
  meta: { name: 'eslint-plugin-paramguard', version, namespace: 'paramguard' },
  // the rule types of typescript-eslint and of ESLint describe the same objects
  rules: rules as unknown as Plugin['rules'],
  languages: { dotenv: dotenvLanguage } as unknown as NonNullable<ESLint.Plugin['languages']>,
};

/** The plugin itself stands in its configs, as flat configs want it. */
const plugins = { paramguard: base };

const recommended: Linter.Config[] = [
  {
    name: 'paramguard/code',
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    plugins,
    rules: {
      'paramguard/no-hardcoded-secrets': 'error',
      'paramguard/no-logged-secrets': 'error',
      'paramguard/no-malformed-reference': 'error',
      'paramguard/no-mismatched-grant': 'error',
      'paramguard/no-plaintext-parameter': 'error',
      'paramguard/no-undecrypted-parameter': 'error',
      'paramguard/no-unknown-parameter': 'error',
      'paramguard/no-unresolved-reference': 'error',
      'paramguard/no-unsafe-parameter-command': 'error',
      'paramguard/no-foreign-stage': 'warn',
      'paramguard/no-wildcard-resource': 'error',
    },
  },
  {
    name: 'paramguard/dotenv',
    files: ['**/.env', '**/.env.*', '**/*.env'],
    ignores: ['**/.env.{js,mjs,cjs,ts,mts,cts,json,yml,yaml,md,vault}'],
    language: 'paramguard/dotenv',
    plugins,
    rules: {
      // a rule of `js.configs.recommended` that takes every file for JavaScript
      'no-irregular-whitespace': 'off',
      'paramguard/no-malformed-reference': 'error',
      'paramguard/no-plaintext-dotenv': 'error',
      'paramguard/no-unknown-parameter': 'error',
    },
  },
];

const plugin: Plugin = { ...base, configs: { recommended } };

export default plugin;
