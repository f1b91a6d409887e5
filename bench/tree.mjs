// A tree of at least 20,000 files and 200 MB: ours against ripgrep with the same keywords, and against reading alone.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { listTree } from './corpus.mjs';
import { compare, getPeak } from './interleave.mjs';
import { getVersion, grep, isThere, readAll, scan, scanAgain } from './programs.mjs';
import { peak, ratio } from './rows.mjs';

export function benchTree({ trees, folder, keywords, rounds }) {
  return trees.flatMap((tree) => {
    const { files, bytes } = listTree(tree.folder);
    const list = path.join(folder, 'files');
    writeFileSync(list, files.map((name) => `${name}\0`).join(''));
    const title = `${tree.name}, ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB`;
    const plain = readAll(folder, tree.folder, list);
    const commands = [scan(tree.folder), scan(tree.folder, ['--jobs', '1']), plain, scanAgain(tree.folder), ...(isThere('rg') ? [grep(tree.folder, keywords.file), grep(tree.folder, keywords.file, ['--threads', '1'])] : [])];
    const [many, one, reading, again, rg, rgOne] = compare(commands, { rounds });
    const versions = rg === undefined ? '' : `${getVersion('rg')}, ${keywords.count} keywords`;
    return [
      ...(rg === undefined ? [] : [ratio(`${title} / \`rg\``, many, rg, 0.75, versions), ratio(`the same, one thread / \`rg -j1\``, one, rgOne, 0.6, versions)]),
      ratio(`the same / opening and reading every file in ${plain.name}`, many, reading, 3),
      ...peak('the same, memory', getPeak(commands[0]), 300),
      ...(rg === undefined ? [] : [ratio('a second run, nothing changed / `rg`', again, rg, 0.75, versions)]),
      ratio(`the same / opening and reading every file in ${plain.name}`, again, reading, 3),
    ];
  });
}
