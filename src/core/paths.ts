/** Programs under test and their data: values there are mostly made up. */
export const isTestPath = (path: string): boolean =>
  /(?:^|\/)(?:tests?|__tests__|spec|specs|__mocks__|mocks|fixtures?|__fixtures__|testdata|e2e|cypress)\//iu.test(path) ||
  /(?:\.|_|-)(?:test|spec|mock|stories|e2e)\.[cm]?[jt]sx?$/iu.test(path) ||
  /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/iu.test(path);

/** Files of interface texts. */
export const isLocalePath = (path: string): boolean =>
  /(?:^|\/)(?:locales?|i18n|lang|langs|languages|translations?|l10n)\//iu.test(path) ||
  /(?:^|\/)(?:messages|strings|translations?)[._-][a-z]{2}(?:[_-][A-Za-z]{2})?\.\w+$/u.test(path);

/** Files that show what others are to look like. */
export const isSamplePath = (path: string): boolean =>
  /(?:^|[./_-])(?:example|examples|sample|template|tmpl|tpl|dist|defaults?)(?:[./_-][^/]*)?$/iu.test(path.replace(/^.*\//u, ''));

/** Lock files and the like: long lists of public digests. */
export const isLockPath = (path: string): boolean =>
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|Cargo\.lock|composer\.lock|Gemfile\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|go\.sum|flake\.lock|Podfile\.lock|packages\.lock\.json)$/u.test(
    path,
  );

/** `.env`, `.env.production`, `prod.env`; not `environment.ts`. */
export const isDotenvPath = (path: string): boolean => /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|[\w.-]+\.env|\.dev\.vars)$/u.test(path) && !/\.env\.(?:[cm]?[jt]sx?|py|json|ya?ml|md|vault)$/u.test(path);
