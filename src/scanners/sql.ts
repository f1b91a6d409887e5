import type { Detect, Match } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import { getNameKind } from '../core/names.ts';
import { isTestPath } from '../core/paths.ts';
import type { Problem } from '../core/problem.ts';
import type { Scanner, SourceFile } from '../core/scanner.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';
import { findFormat, matchFormat } from '../settings/format-values.ts';
import { readRows } from '../settings/sql.ts';
import { text } from './text.ts';

/** SQL: accounts of the database, and rows that hold passwords of an application. */
export const sql: Scanner = {
  id: 'sql',
  handles: formats.sql,
  async scan(file, detect, settings) {
    const { problems, ...found } = await text.scan(file, detect, settings);
    return { ...found, problems: dropOverlapping([...problems, ...findRowSecrets(file, detect)]) };
  },
};

function findRowSecrets(file: SourceFile, detect: Detect): Problem[] {
  const rows = file.rows ?? [];
  return [...readRows(file.text, isSecretColumn)].flatMap(({ column, table, value, range }) => {
    const named = { name: column, path: [table], value, range };
    const format = findFormat(rows, named);
    const match: Match | undefined = format === undefined ? detect.named({ ...named, place: isTestPath(file.path) ? 'test' : 'setting' }) : matchFormat(format, named);
    return match === undefined ? [] : [toSecretProblem(match, { subject: { name: column, path: [table] } })];
  });
}

const isSecretColumn = (column: string): boolean => getNameKind(column) !== undefined || hashColumn.test(column);

/** Columns in which applications keep the hash of a password. */
const hashColumn = /^(?:(?:user_?|encrypted_?|hashed_?|crypted_?)?(?:password|passwd|pass)(?:_?(?:hash|digest|encrypted|md5|sha1))?|pwd_?hash|authentication_string)$/iu;
