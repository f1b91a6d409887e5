import type { TSESLint } from '@typescript-eslint/utils';
import { dotenvLanguage } from './eslint/dotenv-language.ts';
import { rules } from './rules/index.ts';
import { version } from './version.ts';

const meta = { name: 'eslint-plugin-paramguard', version, namespace: 'paramguard' } as const;

const languages = { dotenv: dotenvLanguage };

type FlatConfig = TSESLint.FlatConfig.Config & { readonly language?: string };

const base = { meta, rules, languages };

/** The plugin itself stands in its configs, as flat configs want it. */
const plugins = { paramguard: base };

const recommended: FlatConfig[] = [
  {
    name: 'paramguard/code',
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    plugins,
    rules: {
      'paramguard/no-hardcoded-secrets': 'error',
      'paramguard/no-logged-secrets': 'error',
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
      'paramguard/no-plaintext-dotenv': 'error',
    },
  },
];

/** The ESLint plugin: `export default [...paramguard.configs.recommended]`. */
const plugin = { ...base, configs: { recommended } };

export default plugin;
