import { toNotification } from '../reporters/sarif.ts';
import { byPath } from './by-path.ts';
import type { Parts } from './join.ts';
import { isList, isMap, without, type Map } from './shape.ts';

/** Fields that are not of files are those of the first report. */
export function joinSarif({ first, documents, allowances, faults }: Parts): Map {
  const shared = without(getRun(first), 'properties');
  const runs = documents.map(getRun);
  const notifications = byPath(runs.flatMap((run) => getInvocation(run)['toolExecutionNotifications'] as readonly Map[]), getPath);
  const isError = ({ level }: Map): boolean => level === 'error';
  return {
    ...first,
    runs: [
      {
        ...shared,
        invocations: [
          {
            ...getInvocation(shared),
            executionSuccessful: faults.length === 0 && runs.every((run) => getInvocation(run)['executionSuccessful'] === true),
            toolExecutionNotifications: [
              ...notifications.filter(isError),
              ...faults.map((fault) => toNotification('error', fault)),
              ...allowances.map((note) => toNotification('note', note)),
              ...notifications.filter((notification) => !isError(notification)),
            ],
          },
        ],
        results: byPath(runs.flatMap((run) => run['results'] as readonly Map[]), getPath),
      },
    ],
  };
}

const getRun = ({ runs }: Map): Map => (runs as readonly Map[])[0] ?? {};

const getInvocation = ({ invocations }: Map): Map => (invocations as readonly Map[])[0] ?? {};

/** Section 3.28.12 of the standard: where a result is. */
function getPath({ locations }: Map): string {
  const [location] = isList(locations) ? locations : [];
  const physical = isMap(location) ? location['physicalLocation'] : undefined;
  const artifact = isMap(physical) ? physical['artifactLocation'] : undefined;
  const uri = isMap(artifact) ? String(artifact['uri']) : '';
  try {
    return decodeURI(uri);
  } catch {
    return uri;
  }
}
