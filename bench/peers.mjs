// Other scanners that are on the PATH, on the same tree and the same history.
import { compare } from './interleave.mjs';
import { getVersion, isThere, peers, runPeer, scan } from './programs.mjs';
import { speedup } from './rows.mjs';

const limits = { gitleaks: 20, kingfisher: 1 };

export function benchPeers({ folder, trees, rounds, skip }) {
  const there = peers.filter(({ program }) => isThere(program));
  const missing = peers.filter((peer) => !there.includes(peer)).map(({ program }) => program);
  if (missing.length > 0) skip(`not on the PATH: ${missing.join(', ')}`);
  const history = process.env.PARAMGUARD_BENCH_HISTORY;
  const races = [
    ...trees.map((tree) => ({ name: tree.name, kind: 'tree', ours: scan(tree.folder) })),
    ...(history === undefined ? [] : [{ name: 'history', kind: 'history', ours: scan(history, ['--history']) }]),
  ];
  return races.flatMap((race) => run(race, there.filter((peer) => peer[race.kind] !== undefined), { folder, rounds, skip }));
}

function run({ name, kind, ours }, others, { folder, rounds, skip }) {
  const [own, ...times] = compare([ours, ...others.map((peer) => runPeer(peer, peer[kind], ours.cwd, folder))], { rounds });
  return others.flatMap((peer, index) => {
    const { failure } = times[index];
    return failure === undefined ? [speedup(`${name}: ${peer.program} / ours`, own, times[index], limits[peer.program], getVersion(peer.program, peer.version))] : skip(failure);
  });
}
