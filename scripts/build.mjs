// Builds dist/: the command as a bundle that loads parsers and AWS on demand, and the plugin as plain modules with types.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
rmSync('dist', { recursive: true, force: true });

/** Packages that are loaded on demand: each a bundle of its own beside the command, so that a start reads none of them. */
const onDemand = ['yaml', 'jsonc-parser', 'fast-glob', 'picomatch', 'diff', 'oxc-parser'];

/** The command asks for them by `import()`; here that becomes a `require` of the bundle. */
const loadOnDemand = {
  name: 'load-on-demand',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${onDemand.join('|')})$`) }, ({ path: name, kind }) => (kind === 'dynamic-import' ? { path: `./on-demand/${name}.cjs`, external: true } : undefined));
  },
};

const shared = {
  bundle: true,
  // CommonJS starts some ten milliseconds faster than modules do
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  supported: { 'dynamic-import': false },
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: 'none',
  logLevel: 'warning',
};

await build({
  ...shared,
  entryPoints: { paramguard: 'src/cli.ts' },
  outdir: 'dist/bin',
  outExtension: { '.js': '.cjs' },
  banner: { js: '#!/usr/bin/env node' },
  plugins: [loadOnDemand],
  // the SDK finds its own parts at run time
  external: ['@aws-sdk/*', '@smithy/*'],
});
const parserOptions = {
  // only this function of it, and its native part from where it is installed
  stdin: { contents: "export { parseSync } from 'oxc-parser';", resolveDir: root },
  define: { 'import.meta.url': 'packageUrl' },
  banner: { js: "const packageUrl = require('node:url').pathToFileURL(require.resolve('oxc-parser')).href;" },
};
for (const name of onDemand) {
  const options = name === 'oxc-parser' ? parserOptions : { entryPoints: [name] };
  await build({ ...shared, ...options, outfile: `dist/bin/on-demand/${name}.cjs` });
}
chmodSync('dist/bin/paramguard.cjs', 0o755);

try {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
} catch {
  process.exitCode = 1;
}
