// What a part of the benchmark gives: one row for each figure.

/** How long ours takes of another: at most `limit` is asked for. */
export const ratio = (name, ours, other, limit, versions = '') => ({ name, value: ours.time / other.time, unit: '', limit, detail: `${describe(ours)} / ${describe(other)}${versions === '' ? '' : `; ${versions}`}` });

/** How many times as long another takes: at least `limit`. */
export const speedup = (name, ours, other, limit, versions = '') => ({ name, value: other.time / ours.time, unit: '×', limit, isAtLeast: true, detail: `${describe(other)} / ${describe(ours)}${versions === '' ? '' : `; ${versions}`}` });

export const difference = (name, ours, other, limit) => ({ name, value: ours.time - other.time, unit: ' ms', limit, detail: `${describe(ours)} − ${describe(other)}` });

/** Nothing where it could not be measured. */
export const peak = (name, megabytes, limit) => (megabytes === undefined ? [] : [{ name, value: megabytes, unit: ' MB', limit, detail: 'of memory at most' }]);

export const speed = (name, run, megabytes, limit) => ({ name, value: megabytes / (run.time / 1000), unit: ' MB/s', limit, isAtLeast: true, detail: describe(run) });

/** `1.23 s (7)`: median and rounds. */
const describe = ({ time, rounds }) => `${time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(2)} s`} (${rounds})`;

export const isMet = ({ value, limit, isAtLeast }) => limit === undefined || (isAtLeast ? value >= limit : value <= limit);

const show = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

export const renderTable = (rows) => [
  '| what | measured | asked for | medians (rounds) |',
  '| --- | --- | --- | --- |',
  ...rows.map((row) => `| ${row.name} | ${isMet(row) ? '' : '**'}${show(row.value)}${row.unit}${isMet(row) ? '' : '**'} | ${row.limit === undefined ? '' : `${row.isAtLeast ? 'at least' : 'at most'} ${row.limit}${row.unit}`} | ${row.detail} |`),
];
