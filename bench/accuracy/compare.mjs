// Reports against labels, line by line.

/** `files`: path to units; `reports`: path, line and last line of each. Of several reports on one line one counts. */
export function compare(files, reports) {
  const found = new Set();
  const extras = new Map();
  for (const { path, line, endLine = line, kind = '' } of reports) {
    const touched = (files.get(path) ?? []).filter(({ from, to }) => from <= endLine && line <= to);
    for (const unit of touched) found.add(unit);
    if (touched.length === 0) extras.set(`${path}:${line}`, { path, line, kind });
  }
  const secrets = [...files].flatMap(([path, units]) => units.filter(({ isSecret }) => isSecret).map((unit) => ({ path, unit })));
  const misses = secrets.filter(({ unit }) => !found.has(unit)).map(({ path, unit }) => ({ path, line: unit.from, template: unit.template }));
  return { ...getMetrics(secrets.length, secrets.length - misses.length, extras.size), misses, extras: [...extras.values()] };
}

export function getMetrics(secrets, found, extra) {
  const precision = found + extra === 0 ? 1 : found / (found + extra);
  const recall = secrets === 0 ? 1 : found / secrets;
  return { secrets, found, extra, precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Lines for what has become worse than the baseline by more than the tolerance. */
export function getRegressions(baseline, results, tolerance = { ratio: 0.005, extra: 2 }) {
  return Object.entries(baseline).flatMap(([name, before]) => {
    const now = results[name];
    if (now === undefined) return [`${name}: not measured`];
    const ratios = ['precision', 'recall', 'f1']
      .filter((key) => before.secrets > 0 && now[key] < before[key] - tolerance.ratio)
      .map((key) => `${name}: ${key} ${before[key].toFixed(3)} -> ${now[key].toFixed(3)}`);
    const isNoisier = before.secrets === 0 && now.extra > before.extra + tolerance.extra;
    return isNoisier ? [...ratios, `${name}: ${before.extra} wrong reports -> ${now.extra}`] : ratios;
  });
}
