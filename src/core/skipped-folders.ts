import { dropControls } from './controls.ts';

/** What the names of a tree's files tell of its folders. */
export interface Tree {
  /** Files, and folders that were not gone into with a slash at the end; relative to the root. */
  readonly entries: readonly string[];
  /** Whether the project itself says, in a `.gitignore`, that a folder is made by its tools. */
  isIgnored(folder: string): boolean;
}

/**
 * Folders that hold what others wrote or what a tool made, each with a slash at its end. Told by evidence, such as the list that a
 * package manager leaves, rather than by names: a `vendor/` without one, or a `build/` that git tracks, is looked at.
 */
export function findSkippedFolders({ entries, isIgnored }: Tree): string[] {
  const found = new Set<string>();
  for (const entry of entries) {
    const folder = alwaysSkipped.exec(entry)?.[0] ?? getEvidence(entry);
    if (folder !== undefined && folder !== '') found.add(folder);
  }
  for (const folder of listFolders(entries, buildNames)) if (isIgnored(folder)) found.add(folder);
  return dropInner([...found].sort());
}

/** Which of the folders a file is in. */
export function createFolderTest(folders: readonly string[]): (file: string) => boolean {
  const known = new Set(folders);
  if (known.size === 0) return () => false;
  return (file) => {
    for (let slash = file.indexOf('/'); slash !== -1; slash = file.indexOf('/', slash + 1)) if (known.has(file.slice(0, slash + 1))) return true;
    return false;
  };
}

/** Names that only a package manager or a build gives. */
const alwaysSkipped =
  /^(?:[^/]+\/){0,60}?(?:node_modules|bower_components|jspm_packages|site-packages|dist-packages|__pypackages__|__pycache__|\.(?:next|nuxt|svelte-kit|angular|parcel-cache|turbo|gradle|tox|nox|mypy_cache|pytest_cache|ruff_cache|nyc_output|dart_tool|yarn\/(?:cache|unplugged|releases|plugins)|terraform\/(?:providers|plugins|modules)|aws-sam\/(?:build|cache|deps)))\//u;

/** What a package manager or a tool leaves at a known place of the folder that it fills. */
const evidence: readonly RegExp[] = [
  // Go modules, Composer, Bundler, godep
  /^(?<folder>(?:.*\/)?vendor\/)(?:modules\.txt|autoload\.php|composer\/installed\.(?:json|php))$/u,
  /^(?<folder>(?:.*\/)?vendor\/(?:bundle|cache|github\.com|golang\.org)\/)/u,
  // virtual environments of Python (https://peps.python.org/pep-0405/)
  /^(?<folder>.*\/)pyvenv\.cfg$/u,
  // CocoaPods, Carthage
  /^(?<folder>(?:.*\/)?Pods\/)Manifest\.lock$/u,
  /^(?<folder>(?:.*\/)?Carthage\/(?:Build|Checkouts)\/)/u,
  // the copies of a function's code that the CDK makes; its templates are read
  /^(?<folder>(?:.*\/)?cdk\.out\/(?:[^/]{1,255}\/){0,20}asset\.[\da-f]{64}\/)/u,
];

/** Parts of them: few paths have any. */
const evidenceMarks = ['vendor/', 'pyvenv.cfg', 'Pods/', 'Carthage/', 'cdk.out/', '.dist-info/'];

function getEvidence(entry: string): string | undefined {
  if (!evidenceMarks.some((mark) => entry.includes(mark))) return undefined;
  for (const expression of evidence) {
    const folder = expression.exec(entry)?.groups?.['folder'];
    if (folder !== undefined) return folder;
  }
  return getInstalledPackage(entry);
}

/** `pip install --target`: a package beside its own record (https://packaging.python.org/en/latest/specifications/recording-installed-packages/). */
function getInstalledPackage(entry: string): string | undefined {
  const { parent = '', name = '' } = /^(?<parent>(?:.*\/)?)(?<name>[\w.]+)-[\w.!+]+\.dist-info\/(?:RECORD|METADATA)$/u.exec(entry)?.groups ?? {};
  return name === '' ? undefined : `${parent}${name}/`;
}

/** Where builds put what they make. `cdk.out` and `.serverless` hold templates with resolved values, and are read. */
const buildNames = /^(?:dist|build|out|target|coverage|bin|obj|lib|public|venv|env|\.venv|\.cache|\.output|_build|site|storybook-static|cmake-build-\w+|DerivedData)$/u;

function listFolders(entries: readonly string[], names: RegExp): Set<string> {
  const folders = new Set<string>();
  const others = new Set<string>();
  for (const entry of entries) {
    for (let slash = entry.indexOf('/'), start = 0; slash !== -1; start = slash + 1, slash = entry.indexOf('/', start)) {
      const folder = entry.slice(0, slash + 1);
      if (folders.has(folder)) break;
      if (others.has(folder)) continue;
      if (names.test(entry.slice(start, slash))) {
        folders.add(folder);
        break;
      }
      others.add(folder);
    }
  }
  return folders;
}

const dropInner = (folders: readonly string[]): string[] => {
  const kept: string[] = [];
  for (const folder of folders) if (!createFolderTest(kept)(folder)) kept.push(folder);
  return kept;
};

/** `Skipped 2 folders (node_modules/, vendor/): …`; empty without any. */
export function describeSkipped(folders: readonly string[]): string {
  if (folders.length === 0) return '';
  const shown = folders.slice(0, 5).join(', ');
  const rest = folders.length > 5 ? ` and ${String(folders.length - 5)} more` : '';
  return `Skipped ${folders.length === 1 ? '1 folder' : `${String(folders.length)} folders`} (${dropControls(shown)}${rest}): installed packages or the output of a build; --no-skip scans them too.`;
}
