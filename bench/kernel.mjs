// `node bench/kernel.mjs [folder…]`: how fast the kernels search, in memory, file by file, with the keywords of all token formats.
// Times are of the processor, which other programs disturb less.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const folders = process.argv.length > 2 ? process.argv.slice(2) : [path.join(root, 'node_modules/typescript/lib'), path.join(root, 'src')];
const turns = 9;
const mostBytes = 60_000_000;

const outfile = path.join(root, 'bench/tmp/kernel.mjs');
const modules = ['./src/detectors/index.ts', './src/kernel/create-kernel.ts', './src/prefilter/token-keywords.ts'];
await build({ stdin: { contents: modules.map((name) => `export * from '${name}';`).join('\n'), resolveDir: root }, bundle: true, format: 'esm', platform: 'node', outfile, logLevel: 'error' });
const { createKernel, detectors, getTokenKeywords } = await import(pathToFileURL(outfile).href);
rmSync(outfile);

const files = [];
let size = 0;
for (const folder of folders) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || size > mostBytes) continue;
    const bytes = readFileSync(path.join(entry.parentPath ?? entry.path, entry.name));
    if (bytes.subarray(0, 8000).includes(0)) continue;
    files.push(bytes);
    size += bytes.length;
  }
}

const keywords = detectors.flatMap(getTokenKeywords);
const kernels = {
  'SIMD, formats': createKernel(keywords),
  'SIMD, formats and runs': createKernel(keywords, { hasRuns: true }),
  'plain, formats and runs': createKernel(keywords, { hasRuns: true, isSimd: false }),
};
const times = new Map([['copying', []], ...Object.keys(kernels).map((name) => [name, []])]);
const events = new Map();

for (let turn = 0; turn < turns; turn++) {
  for (const [name, taken] of times) {
    const kernel = kernels[name];
    let count = 0;
    const begin = process.cpuUsage().user;
    for (const bytes of files) {
      (kernel ?? kernels['SIMD, formats']).getRoom(bytes.length).set(bytes);
      kernel?.find(bytes.length, () => ++count < 0);
    }
    taken.push(process.cpuUsage().user - begin);
    events.set(name, count);
  }
}

const getMedian = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const copying = getMedian(times.get('copying'));
process.stdout.write(`${keywords.length} keywords, ${files.length} files, ${(size / 1e6).toFixed(1)} MB, Node ${process.version}\n`);
for (const name of Object.keys(kernels)) {
  process.stdout.write(`${name}: ${(size / (getMedian(times.get(name)) - copying)).toFixed(0)} MB/s, ${((events.get(name) / size) * 1e6).toFixed(0)} events in a MB\n`);
}
