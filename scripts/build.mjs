// Builds dist/: the command as a bundle that loads parsers and AWS on demand, and the plugin as plain modules with types.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileKernel } from './kernel.mjs';
import { delayExpressions } from './late-expressions.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
rmSync('dist', { recursive: true, force: true });
await compileKernel();

/** Packages that are loaded on demand: each a bundle of its own beside the command, so that a start reads none of them. */
const onDemand = ['yaml', 'jsonc-parser', 'fast-glob', 'picomatch', 'diff', 'oxc-parser', 'php-parser', 'smol-toml'];

/** Scanners with much code behind them, likewise; small ones stand in the command itself. */
const largeScanners = ['dockerfile', 'dotenv', 'ini', 'javascript', 'json', 'notebook', 'php', 'properties', 'python', 'shell', 'sql', 'terraform', 'toml', 'xml', 'yaml'];

/** Parts of the command that a clean scan does without, or that several scanners share. */
const rareParts = ['commands/choose-store', 'commands/exec', 'commands/fix', 'commands/history', 'commands/match', 'commands/merge', 'commands/policy', 'commands/push', 'commands/shard', 'commands/sweep/guard-thread', 'commands/sweep/large-file', 'commands/sweep/pool', 'commands/sweep/worker', 'commands/sync', 'io/gitleaks-file', 'io/write-file', 'planning', 'reporters/index', 'scanners/javascript/analyze', 'scanners/text', 'settings/file-rows', 'settings/format-values', 'shell/commands', 'shell/references', 'structured/document'];

/** What all of these stand on: one bundle that every run loads. */
const sharedParts = ['ecmascript/may-hold-secret', 'flow/may-log-secret', 'kernel/create-kernel', 'prefilter/given-value', 'prefilter/reading', ...[
  'anchor-search', 'assigned-value', 'assignments', 'catalogue', 'config', 'detect', 'formats', 'match-format', 'named', 'names', 'near', 'paths',
  'placeholder', 'randomness', 'range', 'range-list', 'secret', 'secret-problem', 'value', 'value-elsewhere',
].map((name) => `core/${name}`)];

/** Modules whose functions and lists few files need. Not for what is asked often. */
const lateParts = ['core/custom-formats', 'core/layered-secrets', 'detectors/common', 'detectors/index', 'ecmascript/skim', 'kernel/image', 'kernel/plain', 'prefilter/shared-keywords', 'prefilter/token-keywords'];

/** Modules that give nothing but data, which takes longer to make than to read: what comes out of them stands in their place. */
const evaluatedParts = ['prefilter/shared-owners', 'settings/path-words'];

/** Parts of Node that are loaded on first use, since they load others. */
const lateBuiltins = ['node:child_process', 'node:os', 'node:tty', 'node:util', 'node:v8', 'node:worker_threads', 'node:zlib'];

/** What nearly every run loads: one file, since each has its price, and one bundle, in which the parts name each other without a detour. */
const startParts = { core: sharedParts.map((part) => `./src/${part}.ts`), pipeline: ['./src/pipeline.ts'], main: ['./src/cli.ts'] };

/** Bundles of their own that stand in the same file. */
const startBundles = ['base.cjs', 'detectors-common.cjs', 'scan-dotenv.cjs'];

const getName = (part) => (lateParts.includes(part) || part === 'reporters/index' ? part.replace('/', '-') : path.basename(part));

/** The command asks for them by `import()`, and rare parts for each other; here that becomes a `require` of the one bundle. */
const loadOnDemand = ({ isStart = false } = {}) => ({
  name: 'load-on-demand',
  setup({ onResolve, onLoad }) {
    const toBundle = (name) => ({ path: `./${name}.cjs`, external: true });
    // the launcher loads it when something of it is used
    const toLate = (id) => ({ path: `late:${id}`, external: true });
    onResolve({ filter: new RegExp(`^(?:${onDemand.join('|')})$`) }, ({ path: name, kind }) => (kind === 'dynamic-import' ? toBundle(name) : undefined));
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path: file, kind, resolveDir }) => {
      const part = path.relative(path.join(root, 'src'), path.resolve(resolveDir, file)).replaceAll(path.sep, '/').replace(/\.ts$/, '');
      if (kind === 'entry-point') return undefined;
      if (evaluatedParts.includes(part)) return { path: part, namespace: 'evaluated' };
      if (!isStart && sharedParts.includes(part)) return toBundle('core');
      if (!isStart && part === 'pipeline') return toBundle(part);
      if (rareParts.includes(part) && kind === 'dynamic-import') return toBundle(getName(part));
      return rareParts.includes(part) || lateParts.includes(part) ? toLate(`./${getName(part)}.cjs`) : undefined;
    });
    onResolve({ filter: new RegExp(`^(?:${lateBuiltins.join('|')})$`) }, ({ path: name }) => toLate(name));
    // as it is: a copy of it for every module that imports it takes longer than what they do with it
    onResolve({ filter: /^node:path$/ }, ({ path: name, namespace }) => (namespace === 'builtin' ? { path: name, external: true } : { path: name, namespace: 'builtin' }));
    onLoad({ filter: /^/, namespace: 'builtin' }, ({ path: name }) => ({ contents: `const builtin = require('${name}');\nexport default builtin;\nexport const { dirname, isAbsolute, join, relative, resolve, sep } = builtin;` }));
    if (isStart) onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path: file }) => ({ contents: delayExpressions(readFileSync(file, 'utf8')), loader: 'ts' }));
    onLoad({ filter: /^/, namespace: 'evaluated' }, async ({ path: part }) => ({ contents: renderData(await evaluate(`export * from './src/${part}.ts';`)) }));
    onResolve({ filter: new RegExp(`^\\./(?:${largeScanners.join('|')})\\.ts$`) }, ({ path: file, kind, importer }) =>
      kind === 'dynamic-import' && path.basename(path.dirname(importer)) === 'scanners' ? toBundle(`scan-${path.basename(file, '.ts')}`) : undefined,
    );
  },
});

/** What the start file tells other bundles of a part of it: put together when the first of them asks. */
async function renderPart(part, files) {
  const from = new Map();
  for (const file of files) for (const name of await getExports(file)) from.set(name, file);
  const imports = [...from].map(([name, file]) => `import { ${name} as ${part}_${name} } from '${file}';`);
  return `${imports.join('\n')}\nexport const ${part} = () => ({ ${[...from.keys()].map((name) => `${name}: ${part}_${name}`).join(', ')} });`;
}

async function getExports(file) {
  const { metafile } = await build({ entryPoints: [file], bundle: true, packages: 'external', write: false, metafile: true, format: 'esm', logLevel: 'warning' });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

async function evaluate(contents) {
  const { outputFiles } = await build({ bundle: true, format: 'esm', platform: 'node', logLevel: 'warning', write: false, stdin: { contents, resolveDir: root } });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const renderData = (exports) => Object.entries(exports).map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`).join('\n');

const shared = {
  bundle: true,
  // CommonJS starts some ten milliseconds faster than modules do
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  define: { 'import.meta.dirname': '__dirname' },
  supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true },
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: 'none',
  logLevel: 'warning',
};

await build({
  ...shared,
  stdin: { contents: (await Promise.all(Object.entries(startParts).map(([name, files]) => renderPart(name, files)))).join('\n'), resolveDir: root },
  outfile: 'dist/bin/on-demand/base.cjs',
  plugins: [loadOnDemand({ isStart: true })],
  // the SDK finds its own parts at run time
  external: ['@aws-sdk/*', '@smithy/*'],
});
const parserOptions = {
  // only this function of it, and its native part from where it is installed
  stdin: { contents: "export { parseSync } from 'oxc-parser';", resolveDir: root },
  define: { 'import.meta.url': 'packageUrl' },
  banner: { js: "const packageUrl = require('node:url').pathToFileURL(require.resolve('oxc-parser')).href;" },
};
for (const part of rareParts) {
  await build({ ...shared, entryPoints: [`src/${part}.ts`], outfile: `dist/bin/on-demand/${getName(part)}.cjs`, plugins: [loadOnDemand()], external: ['@aws-sdk/*', '@smithy/*'] });
}
for (const part of lateParts) {
  await build({ ...shared, entryPoints: [`src/${part}.ts`], outfile: `dist/bin/on-demand/${getName(part)}.cjs`, plugins: [loadOnDemand()] });
}
for (const name of largeScanners) {
  await build({ ...shared, entryPoints: [`src/scanners/${name}.ts`], outfile: `dist/bin/on-demand/scan-${name}.cjs`, plugins: [loadOnDemand()] });
}
for (const name of onDemand) {
  const options = name === 'oxc-parser' ? parserOptions : { entryPoints: [name] };
  await build({ ...shared, ...options, outfile: `dist/bin/on-demand/${name}.cjs` });
}

// a text of one byte a character is read and compiled faster, and one that is a function as it stands is not copied
const starting = [];
for (const entry of readdirSync('dist/bin', { recursive: true })) {
  if (!entry.endsWith('.cjs')) continue;
  const file = path.join('dist/bin', entry);
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8').replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n})`;
  if (startBundles.includes(path.basename(entry))) {
    starting.push(`'${path.basename(entry)}': ${text}`);
    rmSync(file);
  } else writeFileSync(file, text);
}
writeFileSync('dist/bin/on-demand/start.cjs', `({ ${starting.join(', ')} })`);
await writeImage();
copyFileSync('scripts/launcher.cjs', 'dist/bin/paramguard.cjs');
chmodSync('dist/bin/paramguard.cjs', 0o755);
copyFileSync('scripts/worker.cjs', 'dist/bin/worker.cjs');
await build({ ...shared, entryPoints: ['src/kept-code.ts'], outfile: 'dist/bin/kept-code.cjs' });
compileAhead();
writeFileSync('dist/bin/on-demand/build', hashBundles());

/** Tells this build from any other. */
function hashBundles() {
  const hash = createHash('sha256');
  for (const entry of readdirSync('dist/bin', { recursive: true }).sort()) if (/\.(?:cjs|image)$/.test(entry) && !entry.startsWith('code')) hash.update(`${entry.replaceAll(path.sep, '/')}\0`).update(readFileSync(path.join('dist/bin', entry)));
  return hash.digest('hex').slice(0, 32);
}

/** The tables of the kernel for the formats that everybody has, which would take long to make at every start. */
async function writeImage() {
  const exports = ["export { createImage } from './src/kernel/image.ts';", "export { createTable } from './src/prefilter/table.ts';", "export { commonDetectors } from './src/detectors/common.ts';", "export { detectors } from './src/detectors/index.ts';"];
  const { createImage, createTable, commonDetectors, detectors } = await evaluate(exports.join('\n'));
  writeFileSync('dist/bin/on-demand/keywords.image', createImage(createTable({ getCommon: () => commonDetectors, getAll: () => detectors }, []).getKeywords(), { hasRuns: true }));
}

try {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
} catch {
  process.exitCode = 1;
}
dropInnerTypes();

/** Only types that `index.d.ts` leads to can be met from outside. */
function dropInnerTypes() {
  const kept = new Set();
  const keep = (file) => {
    if (kept.has(file)) return;
    kept.add(file);
    for (const [, from] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)\.ts'/g)) keep(path.join(path.dirname(file), `${from}.d.ts`));
  };
  keep(path.join('dist', 'lib', 'index.d.ts'));
  for (const entry of readdirSync('dist/lib', { recursive: true })) {
    const file = path.join('dist', 'lib', entry);
    if (file.endsWith('.d.ts') && !kept.has(file)) rmSync(file);
  }
}

/** Runs the usual ways through the command once, so that what V8 compiles for them can be kept. Without git there is nothing to keep. */
function compileAhead() {
  const folder = mkdtempSync(path.join(tmpdir(), 'paramguard-build-'));
  const put = (file, text) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const run = (file, args) => execFileSync(file, args, { cwd: folder, stdio: 'ignore' });
  const ignoreStatus = (scan) => {
    try {
      scan();
    } catch {
      // it finds something
    }
  };
  const samples = {
    'src/a.ts': `import { logger } from './logger.js';
export interface Options { readonly host: string; readonly token?: string }
const apiKey = process.env['API_KEY'];
/** Answers requests. */
export class Service {
  readonly #options: Options;
  constructor(options: Options) {
    this.#options = options;
  }
  async find(id: string, password = ''): Promise<unknown> {
    const rows = await query('select * from items where id = $1', [id, password]);
    logger.info({ id, took: Date.now() }, 'found');
    if (rows.length === 0) throw new Error(\`no item \${id}\`);
    return rows.map((row) => row.value)[0] ?? { secretName: 'none', tokenType: 'Bearer' };
  }
  listen(): void {
    this.find('1').then(
      (row) => console.log('found', row !== apiKey),
      (error: unknown) => {
        logger.error({ error: String(error) }, 'failed');
      },
    );
    fetch(\`https://example.com/\${this.#options.host}\`, { headers: { authorization: \`Bearer \${apiKey}\`, 'content-type': 'application/json' } });
  }
}
`,
    'test/a.test.ts': "import { describe, expect, it } from 'vitest';\ndescribe('service', () => {\n  it('finds', async () => {\n    expect(await find({ host: 'localhost', token: 'test-token' })).toBe(1);\n  });\n});\n",
    'b.md': 'Set `API_KEY` and `DB_PASSWORD`, then run `npm start`: see https://example.com/docs?key=value.\n',
    'package.json': '{ "name": "c", "type": "module", "scripts": { "test": "vitest" } }\n',
    'c.json': '{ "name": "c", "token": "", "password": "change-me", "keys": ["a"] }\n',
    '.env.example': 'PORT=8080\nAPI_KEY=\nDB_PASSWORD=change-me\nNAME="a b" # c\nSESSION_SECRET=your-secret\n',
    'd.css': '.a { color: #336699; }\n',
    'e.sh': '#!/bin/sh\nexport TOKEN="$1"\ncurl --header "x: $TOKEN" https://example.com\n',
  };
  const value = ['vQ7m', 'Zr2x', 'Lk9w', 'Tb4n'].join('');
  const findings = {
    'f.js': `const password = '${value}';\nconst client = connect({ user: 'admin', password });\nconsole.log('connected', password);\nawait client.send(new GetParameterCommand({ Name: '/shop/db', WithDecryption: true }));\n`,
    'k.env': `DB_PASSWORD=${value}\n`,
    'template.yaml': `Resources:\n  Handler:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          STAGE: !Ref Stage # one of two\n          TOKEN: '{{resolve:ssm:/shop/token}}'\n          DB_PASSWORD: ${value}\n`,
  };
  try {
    run('git', ['init', '-q']);
    // as a commit finds it: files that were there before, in folders too
    for (const end of ['', '\n']) {
      for (const [name, text] of Object.entries(samples)) put(path.join(folder, name), `${text}${end}`);
      run('git', ['add', '.']);
      if (end === '') run('git', ['-c', 'user.name=build', '-c', 'user.email=build@example.com', '-c', 'commit.gpgSign=false', 'commit', '-qnm', 'first']);
    }
    const scan = (...args) => run(process.execPath, [path.join(root, 'scripts/code-cache.cjs'), path.join(root, 'dist/bin/paramguard.cjs'), 'scan', ...args]);
    scan('--staged');
    for (const [name, text] of Object.entries(findings)) put(path.join(folder, name), text);
    ignoreStatus(() => scan('--store', 'none', '--format', 'json'));
  } catch {
    process.stderr.write('build: no compiled code was kept (git is missing); the command starts a little slower\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
