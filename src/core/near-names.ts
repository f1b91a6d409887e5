/**
 * Names that were probably meant by one that is not there, at most three: those that differ in case only, then those that
 * differ by a few characters, then the same last part elsewhere.
 */
export function getNearNames(name: string, names: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  const last = getLast(wanted);
  const ranked = names.flatMap((candidate) => {
    const lower = candidate.toLowerCase();
    if (candidate === name) return [];
    if (lower === wanted) return [{ candidate, rank: 0 }];
    const distance = getDistance(lower, wanted, 3);
    if (distance <= Math.min(3, Math.floor(wanted.length / 4))) return [{ candidate, rank: distance }];
    return last.length > 2 && getLast(lower) === last ? [{ candidate, rank: 4 }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank || (a.candidate < b.candidate ? -1 : 1)).slice(0, 3).map(({ candidate }) => candidate);
}

const getLast = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Edit distance, or `limit` + 1 where it is larger. */
function getDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row.at(-1) ?? 0;
}
