import type { ShardFacts } from '../core/shard.ts';
import type { ShardReport } from './shard-report.ts';

/** A report that is not joined, or a shard without one. */
export interface Fault {
  readonly path: string;
  readonly reason: string;
}

export interface Selection {
  /** Of one run, ordered by shard. */
  readonly reports: readonly ShardReport[];
  readonly faults: readonly Fault[];
}

/** Leaves out what is not of the same run as the first report, and finds out which shards are missing. */
export function selectReports(reports: readonly ShardReport[]): Selection {
  const [first] = reports;
  if (first === undefined) return { reports: [], faults: [] };
  const kept = new Map<number, ShardReport>();
  const faults: Fault[] = [];
  for (const report of reports) {
    const twin = kept.get(report.shard.index);
    const reason = getDifference(report, first) ?? (twin === undefined ? undefined : `is of shard ${describe(report.shard)}, and so is ${twin.name}`);
    if (reason === undefined) kept.set(report.shard.index, report);
    else faults.push({ path: report.name, reason: `${reason}: it is left out` });
  }
  const { count } = first.shard;
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !kept.has(index));
  return {
    reports: [...kept.values()].sort((a, b) => a.shard.index - b.shard.index),
    faults: [...faults, ...missing.map((index) => ({ path: `shard ${describe({ index, count })}`, reason: 'there is no report of it: its files were not looked at' }))],
  };
}

function getDifference(report: ShardReport, first: ShardReport): string | undefined {
  const parts: readonly (readonly [boolean, string])[] = [
    [report.format === first.format, 'has another format than'],
    [report.version === first.version, `was made by version ${report.version}, another than that of`],
    [report.shard.count === first.shard.count, `is of ${String(report.shard.count)} shards, another number than that of`],
    [report.shard.config === first.shard.config, 'was made with another config than'],
    [report.shard.options === first.shard.options, 'was made with other paths or options than'],
    [report.shard.files === first.shard.files, 'was made of a tree with other files than'],
  ];
  const difference = parts.find(([isSame]) => !isSame)?.[1];
  return difference === undefined ? undefined : `${difference} ${first.name}`;
}

const describe = ({ index, count }: Pick<ShardFacts, 'index' | 'count'>): string => `${String(index)}/${String(count)}`;
