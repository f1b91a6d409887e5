import { toNotification } from '../reporters/sarif.ts';
import { byPath } from './by-path.ts';
import type { Parts } from './join.ts';
import { joinFindings } from './join-findings.ts';
import type { JoinedDocument } from './join-json.ts';
import { isList, isMap, without, type Map } from './shape.ts';

/** Fields that are not of files are those of the first report. */
export function joinSarif({ first, shards, allowances, faults }: Parts): JoinedDocument {
  const shared = without(getRun(first), 'properties');
  const runs = shards.map(({ document }) => getRun(document));
  const results = joinFindings(shards.map(({ document, shard }) => ({ findings: getRun(document)['results'] as readonly Map[], shard })), getPath, isAllowed);
  const notifications = byPath(runs.flatMap((run) => getInvocation(run)['toolExecutionNotifications'] as readonly Map[]), getPath);
  const isError = ({ level }: Map): boolean => level === 'error';
  const document = {
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
        results,
      },
    ],
  };
  // the level of low severity
  return { document, isFailing: results.some((result) => !isAllowed(result) && result['level'] !== 'note') };
}

const isAllowed = ({ suppressions }: Map): boolean => suppressions !== undefined;

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
