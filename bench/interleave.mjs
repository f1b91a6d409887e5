// Runs commands in turn (A B A B …, the order reversed in every second round) and gives the median wall time of each.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `NODE_EXTRA_CA_CERTS` costs every Node start tens of milliseconds; it is no part of what is measured. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

/** Milliseconds, each the median of so many rounds; what takes long has fewer. The first round only warms up, unless it takes a minute. */
export function compare(commands, { rounds = 7, slow = 15_000 } = {}) {
  const runs = commands.map((command) => ({ command, times: [], wanted: rounds }));
  for (let round = 0; round <= rounds; round++) {
    for (const run of round % 2 === 0 ? runs : [...runs].reverse()) {
      if (run.times.length >= run.wanted) continue;
      const time = tryMeasure(run);
      if (time === undefined) continue;
      if (round === 0) run.wanted = time > 4 * slow ? 1 : time > slow ? Math.min(3, rounds) : rounds;
      if (round > 0 || run.wanted === 1) run.times.push(time);
    }
  }
  return runs.map(({ times, failure }) => ({ time: median(times), rounds: times.length, failure }));
}

/** One that is `isOptional` and fails is not run again. */
function tryMeasure(run) {
  try {
    return measure(run.command);
  } catch (error) {
    if (!run.command.isOptional) throw error;
    run.failure = error.message;
    run.wanted = 0;
    run.times.length = 0;
    return undefined;
  }
}

/** Milliseconds after which a command is given up. */
const longest = 1_800_000;

/** `prepare` is called before each run and not measured; `input` is a file for standard input. */
function measure({ file, args, cwd, env, prepare, input, codes = [0] }) {
  prepare?.();
  const stdin = input === undefined ? 'ignore' : openSync(input);
  const start = process.hrtime.bigint();
  const { status, signal, error } = spawnSync(file, args, { cwd, env: { ...environment, ...env }, stdio: [stdin, 'ignore', 'ignore'], timeout: longest });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (typeof stdin === 'number') closeSync(stdin);
  if (!codes.includes(status)) throw new Error(`${path.basename(file)} ${args.slice(0, 4).join(' ')}: ended with ${status ?? signal ?? error?.code}, expected ${codes.join(' or ')}`);
  return time;
}

const timeTool = '/usr/bin/time';

/** MB of memory at most, by GNU time; undefined where that is not there. */
export function getPeak({ file, args, cwd, env, prepare, input }) {
  if (!existsSync(timeTool)) return undefined;
  prepare?.();
  const folder = mkdtempSync(path.join(tmpdir(), 'paramguard-bench-'));
  const stdin = input === undefined ? 'ignore' : openSync(input);
  try {
    const report = path.join(folder, 'peak');
    spawnSync(timeTool, ['-f', '%M', '-o', report, file, ...args], { cwd, env: { ...environment, ...env }, stdio: [stdin, 'ignore', 'ignore'] });
    const kilobytes = Number(/(\d+)\s*$/.exec(readFileSync(report, 'utf8'))?.[1]);
    return Number.isNaN(kilobytes) ? undefined : kilobytes / 1024;
  } finally {
    if (typeof stdin === 'number') closeSync(stdin);
    rmSync(folder, { recursive: true, force: true });
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
