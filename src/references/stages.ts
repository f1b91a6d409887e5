/**
 * Stages that lack a parameter: of a pattern with one open part, such as the stage in front of `shop/db`, those values for
 * which the store has something in the same folder, but not this. `names` is what the store has.
 */
export function findLackingStages(pattern: string, names: readonly string[]): string[] {
  const parts = pattern.split('/');
  const stage = parts.indexOf('*');
  const isOnlyOpen = parts.filter((part) => part.includes('*')).length === 1;
  if (stage < 0 || stage === parts.length - 1 || !isOnlyOpen) return [];
  const stages = new Set(names.map((name) => name.split('/')).filter((name) => isBeside(name, parts)).map((name) => name[stage] ?? ''));
  const stored = new Set(names);
  const lacking = [...stages].filter((value) => !stored.has(parts.with(stage, value).join('/')));
  // where most lack it, it is something that only some stages need
  return lacking.length * 2 <= stages.size ? lacking.sort() : [];
}

/** In the folder that the pattern names, whatever stands in its open part. */
const isBeside = (name: readonly string[], parts: readonly string[]): boolean =>
  name.length === parts.length && parts.slice(0, -1).every((part, index) => part === '*' || part === name[index]);

/** The same name for each other stage: of `/prod/shop/db` the names that begin in `/dev/` and `/staging/`. */
export function getStageNames(name: string, stages: readonly string[]): string[] {
  const parts = name.split('/');
  const at = parts.findIndex((part) => stages.includes(part));
  return at < 0 ? [] : stages.filter((stage) => stage !== parts[at]).map((stage) => parts.with(at, stage).join('/'));
}
