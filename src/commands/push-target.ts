import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../core/config.ts';
import { UserError } from '../io/errors.ts';
import { say } from '../io/terminal.ts';
import { readBytes } from '../io/read-file.ts';
import { getWriteObstacle } from '../io/write-file.ts';
import { scanWhole, type ScannedFile } from '../pipeline.ts';
import type { Options } from './options.ts';

export interface Target {
  readonly file: ScannedFile;
  /** Both counted from 1; the whole file where they are left out. */
  readonly line?: number;
  readonly column?: number;
}

/** Throws `UserError` for a file that could not be rewritten: this is found out before anything is stored. */
export async function readTarget({ paths, sizeLimit }: Options, root: string, config: Config): Promise<Target> {
  const [word, ...more] = paths;
  if (word === undefined || more.length > 0) throw new UserError('push needs one file: paramguard push FILE, or FILE:LINE for one secret of it');
  const { name, ...place } = splitPlace(root, word);
  const absolute = path.resolve(root, name);
  const relative = path.relative(root, absolute).split(path.sep).join('/');
  if (lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() === true) throw new UserError(`${relative} is a link; name the file that it leads to`);
  const bytes = readBytes(root, relative, sizeLimit);
  if (bytes === 'skip') throw new UserError(`${relative}: no such file`);
  if (!(bytes instanceof Uint8Array)) throw new UserError(`${relative}: ${bytes.reason}`);
  const obstacle = await getWriteObstacle(absolute);
  if (obstacle !== undefined) throw new UserError(`${relative} ${obstacle}; nothing was stored`);
  const file = await scanWhole(root, relative, bytes, config);
  if (file.decoded.encoding !== 'utf-8') throw new UserError(`${relative} is ${file.decoded.encoding} and is not written; save it as UTF-8 first`);
  for (const { reason, line } of file.unread) say(`${relative}${line === undefined ? '' : `:${String(line)}`}: ${reason}`);
  return { file, ...place };
}

function splitPlace(root: string, word: string): { name: string; line?: number; column?: number } {
  const found = /^(?<name>.+?):(?<line>\d{1,9})(?::(?<column>\d{1,9}))?$/u.exec(word)?.groups;
  if (found === undefined || existsSync(path.resolve(root, word))) return { name: word };
  const { name = '', line, column } = found;
  return { name, line: Number(line), ...(column === undefined ? {} : { column: Number(column) }) };
}
