// Builds dist/: the command as a bundle that loads parsers and AWS on demand, and the plugin as plain modules with types.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
rmSync('dist', { recursive: true, force: true });

await build({
  entryPoints: { paramguard: 'src/cli.ts' },
  outdir: 'dist/bin',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: '#!/usr/bin/env node' },
  // oxc-parser is native; the SDK finds its own parts at run time
  external: ['oxc-parser', '@aws-sdk/*', '@smithy/*'],
  legalComments: 'none',
  logLevel: 'warning',
});
chmodSync('dist/bin/paramguard.js', 0o755);

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
