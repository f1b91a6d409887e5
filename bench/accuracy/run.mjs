// `npm run bench:accuracy`: labelled cases against the built command, by class, and against the recorded baseline.
// `--record` writes the baseline, `--list` shows misses and extras of all but the kept classes, `--only PART` limits the list,
// `--peers` measures the scanners on the PATH too, `--keep` leaves the tree.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compare, getMetrics, getRegressions } from './compare.mjs';
import { measureNoise } from './noise.mjs';
import { findPeers, scan } from './scanners.mjs';
import { formatNoise, formatTable, listDifferences } from './show.mjs';
import { writeTree } from './tree.mjs';

const has = (option) => process.argv.includes(option);
const only = has('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const baselineFile = path.join(import.meta.dirname, 'baseline.json');
const root = mkdtempSync(path.join(os.tmpdir(), 'accuracy-'));
const say = (text) => process.stdout.write(`${text}\n`);

try {
  const classes = writeTree(path.join(root, 'cases'));
  const { reports, unread } = scan(path.join(root, 'cases'));
  if (unread.length > 0) say(`not read: ${unread.map((entry) => JSON.stringify(entry)).join(', ')}`);
  const results = getResults(classes, reports);
  if (has('--list')) listDifferences(classes, results, only).forEach(say);
  say(formatTable(classes, [{ name: 'paramguard', results }]));
  if (has('--peers')) {
    for (const peer of findPeers()) say(`\n${measurePeer(peer, classes)}`);
  }
  const noise = measureNoise(path.join(root, 'noise'), scan);
  say(formatNoise(noise));
  const summary = { ...Object.fromEntries(Object.entries(results).map(([name, { misses, extras, ...metrics }]) => [name, metrics])), 'npm packages': getMetrics(0, 0, noise.reports.length) };
  if (has('--record')) writeFileSync(baselineFile, `${JSON.stringify(summary, roundNumbers, 1)}\n`);
  else if (existsSync(baselineFile)) {
    const regressions = getRegressions(JSON.parse(readFileSync(baselineFile, 'utf8')), summary);
    regressions.forEach((line) => say(`worse than the baseline: ${line}`));
    if (regressions.length > 0) process.exitCode = 1;
  }
} finally {
  if (has('--keep')) say(`kept: ${root}`);
  else rmSync(root, { recursive: true, force: true });
}

function measurePeer({ name, version, scan: scanWith }, classes) {
  try {
    return formatTable(classes, [{ name: `${name} ${version}`, results: getResults(classes, scanWith(path.join(root, 'cases'))) }]);
  } catch {
    return `${name} ${version}: no result that could be read`;
  }
}

/** Metrics by class, and of all but the kept ones together as `open`, of the kept ones as `kept`. */
function getResults(classes, reports) {
  const results = {};
  const totals = { open: [0, 0, 0], kept: [0, 0, 0] };
  for (const [name, { units }] of classes) {
    const result = compare(units, reports.filter((report) => report.path.startsWith(`${name}/`)));
    results[name] = result;
    const total = totals[name.includes('kept') ? 'kept' : 'open'];
    [result.secrets, result.found, result.extra].forEach((count, index) => (total[index] += count));
  }
  for (const [name, total] of Object.entries(totals)) results[`all ${name}`] = getMetrics(...total);
  return results;
}

function roundNumbers(key, value) {
  return typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value;
}
