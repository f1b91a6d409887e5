import type { Report } from '../../core/finding.ts';
import type { Introductions } from '../../io/git/introductions.ts';

/** Why a blob was not looked at. */
export type Unlooked = ReadonlyMap<number, 'missing' | 'too large'>;

/** One line for each reason, with an example. */
export function describeUnlooked(unlooked: Unlooked, { blobs, paths, blobOf, pathOf }: Omit<Introductions, 'isWhole'>): Report['unread'] {
  return (['missing', 'too large'] as const).flatMap((why) => {
    const those = [...unlooked].filter(([, reason]) => reason === why).map(([blob]) => ({ id: blobs.toHex(blob), path: paths[pathOf[blobOf.indexOf(blob)] ?? 0] ?? '' }));
    const [first] = those.sort((a, b) => (a.id < b.id ? -1 : 1));
    if (first === undefined) return [];
    const number = those.length === 1 ? 'a version of this file' : `${String(those.length)} versions of files, this one among them,`;
    return [{ path: first.path, reason: `${number} could not be read: ${reasons[why]} (${first.id.slice(0, 12)})` }];
  });
}

const reasons = {
  missing: 'the repository does not hold it; a partial clone gets it with "git fetch --refetch"',
  'too large': 'larger than --max-file-size',
};
