import { byPath } from './by-path.ts';
import type { Parts } from './join.ts';
import { without, type Map } from './shape.ts';

/** Fields that are not of files are those of the first report. */
export function joinJson({ first, documents, allowances, faults }: Parts): Map {
  const joinLists = (key: string): readonly Map[] => byPath(documents.flatMap((document) => document[key] as readonly Map[]), getPath);
  const sum = (key: string): number => documents.reduce((total, document) => total + Number(document[key]), 0);
  return {
    ...without(first, 'shard'),
    // a shard without anything to ask for asked none
    store: documents.map(({ store }) => store).find((store) => store !== 'none') ?? 'none',
    files: sum('files'),
    bytes: sum('bytes'),
    findings: joinLists('findings'),
    references: joinLists('references'),
    suppressions: [...allowances, ...joinLists('suppressions')],
    unread: [...joinLists('unread'), ...faults],
  };
}

const getPath = ({ path }: Map): string => String(path);
