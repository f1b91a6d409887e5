// Runs commands in turn (A B A B …, the order reversed in every second round) and gives the median wall time of each.
import { spawnSync } from 'node:child_process';

/** `NODE_EXTRA_CA_CERTS` costs every Node start tens of milliseconds; it is no part of what is measured. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

export function interleave(commands, { rounds = 15, cwd }) {
  const times = commands.map(() => []);
  const order = commands.map((_, index) => index);
  for (let round = -1; round < rounds; round++) {
    for (const index of round % 2 === 0 ? order : [...order].reverse()) {
      const time = measure(commands[index], cwd);
      if (round >= 0) times[index].push(time);
    }
  }
  return times.map(median);
}

function measure({ file, args, expected = 0 }, cwd) {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(file, args, { cwd, env: environment, stdio: 'ignore' });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== expected) throw new Error(`${file} ${args.join(' ')}: exit ${status}, expected ${expected}`);
  return time;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
