import { byPath } from './by-path.ts';
import type { Parts } from './join.ts';
import { joinFindings } from './join-findings.ts';
import { without, type Map as JsonMap } from './shape.ts';

export interface JoinedDocument {
  readonly document: JsonMap;
  readonly isFailing: boolean;
}

/** Fields that are not of files are those of the first report. */
export function joinJson({ first, shards, allowances, faults }: Parts): JoinedDocument {
  const documents = shards.map(({ document }) => document);
  const joinLists = (key: string): readonly JsonMap[] => byPath(documents.flatMap((document) => document[key] as readonly JsonMap[]), getPath);
  const sum = (key: string): number => documents.reduce((total, document) => total + Number(document[key]), 0);
  const findings = joinFindings(shards.map(({ document, shard }) => ({ findings: document['findings'] as readonly JsonMap[], shard })), getPath, isAllowed);
  const document = {
    ...without(first, 'shard'),
    // a shard without anything to ask for asked none
    store: documents.map(({ store }) => store).find((store) => store !== 'none') ?? 'none',
    files: sum('files'),
    bytes: sum('bytes'),
    findings,
    references: joinLists('references'),
    suppressions: [...allowances, ...joinLists('suppressions')],
    unread: [...dropTwins(joinLists('unread')), ...faults],
  };
  return { document, isFailing: findings.some((finding) => !isAllowed(finding) && finding['severity'] !== 'low') };
}

const getPath = ({ path }: JsonMap): string => String(path);

const isAllowed = ({ suppressed }: JsonMap): boolean => suppressed !== undefined;

/** Of a repository that cannot be read whole, every shard says it. */
const dropTwins = (entries: readonly JsonMap[]): readonly JsonMap[] => [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
