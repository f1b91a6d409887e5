const percent = (ratio) => `${(ratio * 100).toFixed(1)} %`;

export function formatTable(classes, columns) {
  return columns
    .flatMap(({ name, results }) => [
      `| ${name} | lines | secrets | found | extra | precision | recall | F1 |`,
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...Object.entries(results).map(([key, { secrets, found, extra, precision, recall, f1 }]) => {
        const ratios = secrets === 0 ? ['', '', ''] : [percent(precision), percent(recall), f1.toFixed(3)];
        return `| ${[key, classes.get(key)?.lines ?? '', secrets, found, extra, ...ratios].join(' | ')} |`;
      }),
    ])
    .join('\n');
}

/** What was missed and what was too much, as the case file has the line: markers, no values. Kept classes are only counted. */
export function listDifferences(classes, results, only) {
  return [...classes]
    .filter(([name]) => !name.includes('kept') && name.includes(only))
    .flatMap(([name, { templates }]) => [
      ...results[name].misses.map(({ path, line, template }) => `miss   ${path}:${String(line)}  ${template.trim()}`),
      ...results[name].extras.map(({ path, line, kind }) => `extra  ${path}:${String(line)}  (${kind}) ${(templates.get(path)?.[line - 1] ?? '').trim()}`),
    ]);
}

export function formatNoise({ reports, files, scanned, lines }) {
  const shown = reports.slice(0, 20).map(({ path, line, kind }) => `\n  ${path}:${String(line)} ${kind}`).join('');
  const rate = ((reports.length / lines) * 1e5).toFixed(2);
  return `\nnpm packages: ${String(reports.length)} reports, ${String(scanned)} of ${String(files)} files read, ${String(lines)} lines: ${rate} per 100,000 lines${shown}`;
}
