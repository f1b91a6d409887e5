import type { Detect } from '../core/detect.ts';
import type { FileFormat } from '../core/file-format.ts';
import { formats } from '../core/formats.ts';
import { isLockPath, isTestPath } from '../core/paths.ts';
import type { Problem } from '../core/problem.ts';
import { readProperties, type Property } from '../core/properties.ts';
import { isInside } from '../core/range.ts';
import type { Scanner, SourceFile } from '../core/scanner.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';
import type { SpringSite } from '../core/sites/spring.ts';
import { getImportedPaths, isSpringPath } from '../core/spring.ts';
import { isCode } from '../core/text-places.ts';
import { findSpringReferences } from '../references/spring.ts';
import { findFormat, matchFormat } from '../settings/format-values.ts';
import { getSettingPlace } from '../settings/place.ts';
import { findTextSecrets } from './text.ts';

/** `.properties` files: what any text may hold, and what only Java's own rules tell (continued lines, escapes, no mark between). */
export const properties: Scanner = {
  id: 'properties',
  handles: formats.properties,
  scan(file, detect) {
    const refers = file.text.includes('aws-parameterstore:') && !isTestPath(file.path);
    if (!refers && !detect.mayHold(file.text)) return { problems: [], unread: [] };
    const read = [...readProperties(file.text)];
    const references = refers ? read.filter(({ key }) => isImport(key)).flatMap(({ valueRange }) => findSpringReferences(file.text, valueRange)) : [];
    const loose = findTextSecrets(file, detect);
    const rows = file.rows ?? [];
    const named = isLockPath(file.path) ? [] : read.map((property) => judgeByFormat(property, rows) ?? judge(property, file, detect));
    const problems = dropOverlapping([...loose.filter(isToken), ...choose(named, read, true), ...loose, ...choose(named, read, false)]);
    return { problems: isSpringPath(file.path) ? addSites(problems, read) : problems, references, unread: [] };
  },
};

const isImport = (key: string): boolean => /^spring\.config\.import(?:\[\d{1,3}\])?$/u.test(key);

const isToken = ({ kind }: Problem): boolean => !/^(?:password|secret)-value$/u.test(kind);

/** Of a value with escapes the text around it tells only a part. */
const choose = (named: readonly (Problem | undefined)[], read: readonly Property[], isEscaped: boolean): Problem[] =>
  named.flatMap((problem, index) => (problem !== undefined && read[index]?.isEscaped === isEscaped ? [problem] : []));

function judgeByFormat({ key, value, valueRange }: Property, rows: readonly FileFormat[]): Problem | undefined {
  const named = { name: key, path: [], value, range: valueRange };
  const format = findFormat(rows, named);
  const match = format === undefined ? undefined : matchFormat(format, named);
  return match === undefined ? undefined : toSecretProblem(match, { subject: { name: key, path: [] } });
}

function judge({ key, keyRange, value, valueRange }: Property, { path }: SourceFile, detect: Detect): Problem | undefined {
  const place = getSettingPlace(path);
  // in a test, too, a line of this format assigns
  if (isCode({ isQuoted: false, name: key, nameRange: keyRange, value, range: valueRange, outerRange: valueRange }, place === 'test-login' ? 'setting' : place)) return undefined;
  const match = detect.named({ name: key, path: [], value, range: valueRange, place });
  return match === undefined ? undefined : toSecretProblem(match, { subject: { name: key, path: [] } });
}

function addSites(problems: readonly Problem[], read: readonly Property[]): Problem[] {
  const importedPaths = getImportedPaths(read.filter(({ key }) => isImport(key)).map(({ value }) => value));
  let index = 0;
  return problems.map((problem) => {
    // both are in the order of the text
    while ((read[index]?.lines[1] ?? Infinity) <= problem.range[0]) index++;
    const property = read[index];
    return property === undefined || !isInside(problem.range, property.valueRange) ? problem : { ...problem, subject: { name: property.key, path: [] }, site: toSite(property, problem, importedPaths) };
  });
}

function toSite({ key, valueRange, lines }: Property, { range }: Problem, importedPaths: readonly string[]): SpringSite {
  const isWhole = range[0] - valueRange[0] < 2 && valueRange[1] - range[1] < 2;
  return {
    carrier: 'spring',
    property: key,
    range: valueRange,
    isFlow: false,
    lines,
    importedPaths,
    ...(isWhole ? {} : { refusal: 'The secret is only a part of the value: put "${VARIABLE}" in the place of that part, and set the variable from the parameter.' }),
  };
}
