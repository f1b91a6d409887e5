// One text file of 200 MB.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { listTree, writeText } from './corpus.mjs';
import { compare, getPeak } from './interleave.mjs';
import { getVersion, grep, isThere, scan } from './programs.mjs';
import { peak, ratio } from './rows.mjs';

export function benchSingle({ trees, folder, keywords, rounds, skip }) {
  const [tree] = trees;
  if (tree === undefined || !isThere('rg')) return skip('no tree, or no rg');
  const cwd = path.join(folder, 'single');
  mkdirSync(cwd);
  writeText(tree.folder, listTree(tree.folder).files, 200e6, path.join(cwd, 'all.txt'));
  const [ours, rg] = compare([scan(cwd), grep(cwd, keywords.file, ['--threads', '1'])], { rounds });
  return [ratio('one text file of 200 MB / `rg -j1`', ours, rg, 0.4, getVersion('rg')), ...peak('the same, memory', getPeak(scan(cwd)), 300)];
}
