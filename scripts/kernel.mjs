// Compiles src/kernel/assembly to the code that src/kernel/simd.ts runs, its folders pack and skim to that of unpack.ts and skimmer.ts, unless
// that was done for the same sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Small functions are worth more to what runs in every start: V8 compiles anew what much was run of. */
const modules = [
  { folder: 'src/kernel/assembly', target: 'src/kernel/code.ts' },
  { folder: 'src/kernel/assembly/pack', target: 'src/kernel/pack-code.ts' },
  { folder: 'src/kernel/assembly/skim', target: 'src/kernel/skim-code.ts', more: ['--shrinkLevel', '1'] },
];
const common = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd'];

export async function compileKernel() {
  for (const { folder, target, more = [] } of modules) await compile(folder, path.join(root, folder), path.join(root, target), [...common, ...more]);
}

async function compile(folder, sources, target, options) {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const names = readdirSync(sources).filter((name) => name.endsWith('.ts')).sort();
  const hash = createHash('sha256').update([devDependencies.assemblyscript, ...options].join(' '));
  for (const name of names.map((name) => path.join(sources, name))) hash.update(readFileSync(name));
  const mark = `// ${hash.digest('hex')}`;
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(mark)) return;
  const { default: asc } = await import('assemblyscript/asc');
  let code;
  const { error, stderr } = await asc.main(['index.ts', '--outFile', 'code.wasm', ...options], {
    readFile: (name, base) => (base === '.' && names.includes(name) ? readFileSync(path.join(sources, name), 'utf8') : null),
    writeFile: (_, contents) => void (code = contents),
    listFiles: () => [],
  });
  if (error) throw new Error(stderr.toString());
  const text = Buffer.from(code).toString('base64');
  writeFileSync(target, `${mark}\n// Made of ${folder} by \`npm run build\`; do not edit.\nexport const code = '${text}';\n`);
}
