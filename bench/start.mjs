// Few files: what a scan costs beside starting Node.
import path from 'node:path';
import { copySome, listTree } from './corpus.mjs';
import { compare } from './interleave.mjs';
import { emptyNode, scan, scanAgain } from './programs.mjs';
import { difference } from './rows.mjs';

export function benchStart({ trees, folder, rounds, skip }) {
  const [tree] = trees;
  if (tree === undefined) return skip('no tree');
  // what people write, not what a build made
  const files = listTree(tree.folder).files.filter((name) => !/\.map$|[.-]min\.|(?:^|\/)monaco-editor\//.test(name));
  return [100, 1000].flatMap((count) => {
    const cwd = path.join(folder, `some-${count}`);
    copySome(tree.folder, files, count, cwd);
    // what was written just now is not kept from one run to the next
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4000);
    const [ours, again, empty] = compare([scan(cwd), scanAgain(cwd), emptyNode(cwd)], { rounds: Math.max(rounds, 15) });
    return [difference(`${count} files − an empty script in Node`, ours, empty, 45), difference('the same, a second run', again, empty, 45)];
  });
}
