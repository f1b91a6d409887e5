// Other scanners that are on the PATH, on the same tree and the same history.
import { getTrees } from './corpus.mjs';
import { compare } from './interleave.mjs';
import { getVersion, isThere, peers, runPeer, scan } from './programs.mjs';
import { speedup } from './rows.mjs';

const limits = { gitleaks: 20, kingfisher: 1 };

export function benchPeers({ rounds, skip }) {
  const there = peers.filter(({ program }) => isThere(program));
  const missing = peers.filter((peer) => !there.includes(peer)).map(({ program }) => program);
  if (missing.length > 0) skip(`not on the PATH: ${missing.join(', ')}`);
  const history = process.env.PARAMGUARD_BENCH_HISTORY;
  return [
    ...getTrees().flatMap((tree) => race(there, 'tree', tree.folder, scan(tree.folder), tree.name, rounds)),
    ...(history === undefined ? [] : race(there, 'history', history, scan(history, ['--history'], { env: { PARAMGUARD_NO_CACHE: '1' } }), 'history', rounds)),
  ];
}

function race(there, kind, cwd, ours, name, rounds) {
  const others = there.filter((peer) => peer[kind] !== undefined);
  const [own, ...times] = compare([ours, ...others.map((peer) => runPeer(peer, peer[kind], cwd))], { rounds });
  return others.map((peer, index) => speedup(`${name}: ${peer.program} / ours`, own, times[index], limits[peer.program], getVersion(peer.program, peer.version)));
}
