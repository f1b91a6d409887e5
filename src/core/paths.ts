/** Programs under test and their data: values there are mostly made up. */
export const isTestPath = (path: string): boolean =>
  /(?:^|\/)(?:tests?|__tests__|spec|specs|__mocks__|mocks|fixtures?|__fixtures__|__snapshots__|testdata|e2e|cypress)\//iu.test(path) ||
  /(?:\.|_|-)(?:test|spec|mock|stories|e2e|fuzz)\.[cm]?[jt]sx?$/iu.test(path) ||
  /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/iu.test(path) ||
  /_(?:test|spec)\.(?:go|rb|exs|dart|c|cc|cpp|rs|lua)$|[a-z\d](?:Tests?|IT|Spec|TestCase)\.(?:java|kt|cs|fs|vb|scala|groovy|swift|php|m)$|\.Tests\.ps1$/u.test(path);

/** Files of interface texts. */
export const isLocalePath = (path: string): boolean =>
  path.toLowerCase().split('/').some((folder, index, { length }) => index < length - 1 && localeFolders.has(folder)) ||
  (/^(?:messages|strings|translation)/u.test(path.slice(path.lastIndexOf('/') + 1)) && /(?:^|\/)(?:messages|strings|translations?)[._-][a-z]{2}(?:[_-][A-Za-z]{2})?\.\w+$/u.test(path));

const localeFolders: ReadonlySet<string> = new Set(['locale', 'locales', 'i18n', 'lang', 'langs', 'languages', 'translation', 'translations', 'l10n']);

/** What stands behind the last dot of a path; empty without one. */
export const getEnding = (path: string): string => path.slice(path.lastIndexOf('.') + 1 || path.length);

/** What people write to be read. */
export const isDocumentPath = (path: string): boolean => documentEndings.has(getEnding(path).toLowerCase());

const documentEndings: ReadonlySet<string> = new Set(['md', 'mdx', 'markdown', 'rst', 'adoc', 'txt']);

/** Declarations of types, which hold no program: read as any text is. */
export const isTypesPath = (path: string): boolean => /\.d\.[cm]?ts$/u.test(path);

/** Files that show what others are to look like. */
export const isSamplePath = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1).toLowerCase().split(/[._-]/u).some((word) => samples.has(word));

const samples: ReadonlySet<string> = new Set(['example', 'examples', 'sample', 'template', 'tmpl', 'tpl', 'dist', 'default', 'defaults']);

/** Lock files and checksum lists of package managers: long lists of public digests. */
export const isLockPath = (path: string): boolean => lockNames.has(path.slice(path.lastIndexOf('/') + 1));

const lockNames: ReadonlySet<string> = new Set(
  (
    'package-lock.json .package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml pnpm-lock.yml bun.lock bun.lockb deno.lock Cargo.lock cargo.lock composer.lock ' +
    'symfony.lock Gemfile.lock gems.locked poetry.lock pdm.lock uv.lock pixi.lock conda-lock.yml conda-lock.yaml Pipfile.lock go.sum go.work.sum Gopkg.lock glide.lock ' +
    'flake.lock Podfile.lock Package.resolved Cartfile.resolved packages.lock.json paket.lock project.assets.json verification-metadata.xml gradle.lockfile ' +
    'buildscript-gradle.lockfile mix.lock rebar.lock pubspec.lock stack.yaml.lock cabal.project.freeze Chart.lock Brewfile.lock.json MODULE.bazel.lock ' +
    'maven_install.json .terraform.lock.hcl shard.lock dvc.lock Manifest.toml renv.lock'
  ).split(' '),
);

/** `.env`, `.env.production`, `prod.env`; not `environment.ts`. */
export const isDotenvPath = (path: string): boolean => (path.includes('.env') || path.endsWith('.vars')) && /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|[\w.-]+\.env|\.dev\.vars)$/u.test(path) && !/\.env\.(?:[cm]?[jt]sx?|py|json|ya?ml|md|vault)$/u.test(path);

export const isPowerShellPath = (path: string): boolean => /\.psm?1$/iu.test(path);

/** Files whose lines are mostly commands of a shell. */
export const isRecipePath = (path: string): boolean => (path.includes('file') || path.endsWith('.mk')) && /(?:^|\/)(?:(?:GNU)?[Mm]akefile|[Jj]ustfile|Dockerfile[\w.-]*|Containerfile|Jenkinsfile|Procfile|Vagrantfile)$|\.(?:mk|dockerfile)$/u.test(path);

/** Files that hold commands beside other text: recipes, crontabs, pipelines, documents. */
export function isCommandsPath(path: string): boolean {
  const lower = path.toLowerCase();
  if (documentEndings.has(getEnding(lower)) || lower.endsWith('.groovy') || isRecipePath(path)) return true;
  return (lower.includes('cron') || lower.includes('file')) && /(?:^|\/)(?:cron\.\w{1,20}\/|crontab|(?:(?:gnu)?makefile|jenkinsfile)[\w.-]*$)/u.test(lower);
}
