import type { SuppressionNote } from '../core/suppressions/notes.ts';
import { joinJson } from './join-json.ts';
import { joinSarif } from './join-sarif.ts';
import type { Fault, Selection } from './select-reports.ts';
import type { Map } from './shape.ts';
import type { ShardReport } from './shard-report.ts';

export interface Joined {
  readonly format: ShardReport['format'];
  readonly document: Map;
  readonly exitCode: 0 | 1 | 2;
}

/** What one run over everything would have reported. There is at least one report. */
export function join({ reports, faults }: Selection, [first]: readonly ShardReport[]): Joined {
  if (first === undefined) throw new Error('there is nothing to join');
  const allowances = getCommon(reports);
  const parts: Parts = { first: first.document, shards: reports, allowances, faults };
  const { document, isFailing } = first.format === 'json' ? joinJson(parts) : joinSarif(parts);
  const codes = [...reports.map(({ shard }) => shard.exitCode), ...(faults.length > 0 ? [2 as const] : []), ...(allowances.length > 0 && first.shard.isStrict ? [1 as const] : [])];
  // what one shard of a history reports may have come in before, in another one
  const isBad = first.shard.sightings === undefined ? codes.includes(1) : isFailing;
  return { format: first.format, document, exitCode: codes.includes(2) ? 2 : isBad ? 1 : 0 };
}

export interface Parts {
  readonly first: Map;
  readonly shards: readonly Pick<ShardReport, 'document' | 'shard'>[];
  readonly allowances: readonly SuppressionNote[];
  readonly faults: readonly Fault[];
}

/** An entry of the config that did nothing in every shard does nothing. */
function getCommon(reports: readonly ShardReport[]): readonly SuppressionNote[] {
  const [first, ...others] = reports.map(({ shard }) => shard.allowances);
  return (first ?? []).filter(({ reason }) => others.every((notes) => notes.some((note) => note.reason === reason)));
}
