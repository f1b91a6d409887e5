import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom (docs/architecture.md). Each folder has a list of what it may import; all else is an error, so a new
 * folder needs no new prohibition.
 */
const layers = {
  core: { folders: [] },
  detectors: { folders: ['core'] },
  kernel: { folders: [] },
  'file-formats': { folders: ['core'] },
  settings: { folders: ['core', 'file-formats'] },
  iam: { folders: ['core'] },
  references: { folders: ['core'] },
  grants: { folders: ['core', 'iam', 'references'] },
  gitleaks: { folders: ['core'] },
  hcl: { folders: ['core', 'iam', 'references'] },
  php: { folders: ['core', 'references'], types: ['php-parser'] },
  python: { folders: ['core', 'references', 'shell'] },
  shell: { folders: ['core', 'references'] },
  structured: { folders: ['core', 'iam', 'references', 'settings', 'shell'] },
  ecmascript: { folders: ['core', 'iam', 'references', 'shell'], types: ['@typescript-eslint/utils'] },
  flow: { folders: ['core', 'ecmascript', 'references'], types: ['@typescript-eslint/utils'] },
  scanners: { folders: ['core', 'iam', 'references', 'hcl', 'php', 'python', 'settings', 'shell', 'structured', 'ecmascript', 'flow'], packages: ['yaml', 'jsonc-parser', 'oxc-parser', 'php-parser'], types: ['@typescript-eslint/utils'] },
  remedies: { folders: ['core'] },
  reporters: { folders: ['core'] },
  merging: { folders: ['core', 'reporters'] },
  io: { folders: ['kernel', 'core', 'gitleaks'], packages: ['node:.*', '@aws-sdk/client-ssm', '@aws-sdk/client-secrets-manager', 'yaml', 'fast-glob', 'picomatch', 'smol-toml'] },
  eslint: {
    folders: ['core', 'detectors', 'ecmascript', 'grants', 'references', 'remedies'],
    files: ['io/config-file', 'io/globs', 'io/inventory-file', 'io/policy', 'io/project'],
    packages: ['node:module', '@typescript-eslint/utils/eslint-utils', '@eslint/plugin-kit'],
    types: ['@typescript-eslint/utils'],
  },
  rules: { folders: ['core', 'detectors', 'ecmascript', 'flow', 'references', 'eslint'], files: ['io/project'] },
};

/** The command is put together in these; they may import everything but the ESLint side. */
const compositionRoots = ['src/cli.ts', 'src/pipeline.ts', 'src/planning.ts', 'src/commands/**/*.ts'];

const escape = (text) => text.replaceAll('/', String.raw`\/`);

function getAllowed({ folders, files = [], packages = [], types = [] }, depth) {
  const up = String.raw`(?:\.\.\/){${depth}}`;
  const own = depth === 1 ? [String.raw`\.\/`] : [String.raw`\.\/`, String.raw`\.\.\/[\w-]+\.ts$`];
  const inside = [...folders.map((folder) => `${up}${folder}\\/`), ...files.map((file) => `${up}${escape(file)}\\.ts$`)];
  const outside = [...packages, ...types].map((name) => `${escape(name)}$`);
  return `^(?!${[...own, ...inside, ...outside].join('|')})`;
}

const forLayer = ([folder, layer]) =>
  [1, 2].map((depth) => ({
    name: `layers/${folder}`,
    files: [depth === 1 ? `src/${folder}/*.ts` : `src/${folder}/*/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: getAllowed(layer, depth), message: `src/${folder} may not import this; see docs/architecture.md` }] }],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: (layer.types ?? []).map((name) => ({ regex: `^${escape(name)}$`, allowTypeImports: true, message: 'only its types' })) },
      ],
    },
  }));

const worldGlobals = ['process', 'console', 'Buffer', 'fetch', 'setTimeout', 'setInterval', 'performance', 'require', 'globalThis', 'URL', 'TextDecoder', 'WebAssembly'];
const pure = ['core', 'detectors', 'kernel', 'file-formats', 'settings', 'iam', 'references', 'gitleaks', 'grants', 'hcl', 'php', 'python', 'shell', 'structured', 'ecmascript', 'flow', 'remedies', 'reporters', 'merging'].map((folder) => `src/${folder}/**/*.ts`);

export default defineConfig(
  { ignores: ['dist/', 'examples/', 'test/fixtures/', 'bench/tmp/', 'src/kernel/assembly/', 'src/kernel/code.ts', 'src/kernel/pack-code.ts', 'src/kernel/skim-code.ts'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // our interfaces are written as methods, and none of them uses `this`
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // node types of syntax trees are strings in our code and an enum in the types
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowTernary: true }],
      '@typescript-eslint/only-throw-error': 'error',
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'a union of strings says the same' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', { property: 'discloseTo', message: 'a value leaves its Secret in src/io/same-value.ts and src/io/ssm-put.ts only' }],
    },
  },
  { name: 'layers/the-door-for-values', files: ['src/io/same-value.ts', 'src/io/ssm-put.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: pure,
    rules: {
      'no-restricted-globals': ['error', ...worldGlobals.map((name) => ({ name, message: 'pure code does not touch the world' }))],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression', message: 'pure code loads nothing at run time' },
        { selector: 'TSImportType', message: 'import types at the top, where the layers are checked' },
        { selector: 'TSEnumDeclaration', message: 'a union of strings says the same' },
      ],
    },
  },
  ...Object.entries(layers).flatMap(forLayer),
  {
    name: 'layers/command',
    files: compositionRoots,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: String.raw`^(?:\.\.?\/)+(?:eslint|rules)\/|^eslint`, message: 'the command does without ESLint' }] }] },
  },
  {
    files: ['src/rules/*.ts', 'src/eslint/*.ts'],
    plugins: { 'eslint-plugin': eslintPlugin },
    rules: { 'eslint-plugin/no-deprecated-context-methods': 'error', 'eslint-plugin/no-deprecated-report-api': 'error', 'eslint-plugin/prefer-message-ids': 'error' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // matchers of expected values are `any`
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // made-up secrets are put together from pieces on purpose
      '@typescript-eslint/no-unnecessary-template-expression': 'off',
      // RuleTester's types are narrower than ESLint's own rules
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
);
