// Builds dist/: the command as a bundle that loads parsers and AWS on demand, and the plugin as plain modules with types.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
rmSync('dist', { recursive: true, force: true });

/** A CommonJS package that is imported on demand would come without its names: they are listed for it here. */
const namedImports = {
  name: 'named-imports',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^yaml$/ }, ({ path: name, kind, resolveDir }) => (kind === 'dynamic-import' ? { path: name, namespace: 'named', pluginData: resolveDir } : undefined));
    onLoad({ filter: /.*/, namespace: 'named' }, async ({ path: name, pluginData }) => {
      const names = Object.keys(await import(name)).filter((key) => key !== 'default' && key !== 'module.exports');
      return { contents: `export { ${names.join(', ')} } from '${name}';`, resolveDir: pluginData };
    });
  },
};

await build({
  entryPoints: { paramguard: 'src/cli.ts' },
  outdir: 'dist/bin',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  plugins: [namedImports],
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  chunkNames: 'chunks/[name]-[hash]',
  // some dependencies are CommonJS and require builtins
  banner: { js: "#!/usr/bin/env node\nimport { createRequire as $createRequire } from 'node:module';\nconst require = $createRequire(import.meta.url);" },
  // oxc-parser is native; the SDK finds its own parts at run time
  external: ['oxc-parser', '@aws-sdk/*', '@smithy/*'],
  legalComments: 'none',
  logLevel: 'warning',
});
chmodSync('dist/bin/paramguard.js', 0o755);

try {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
} catch {
  process.exitCode = 1;
}
