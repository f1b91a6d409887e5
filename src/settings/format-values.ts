import type { Match } from '../core/detect.ts';
import type { FileFormat, FormatValue } from '../core/file-format.ts';
import { Secret } from '../core/secret.ts';
import { classifyValue } from '../core/value.ts';
import { decodeBase64 } from './base64.ts';

/** The row that takes a value by its name. */
export const findFormat = (formats: readonly FileFormat[], { name, path, value }: Pick<FormatValue, 'name' | 'path' | 'value'>): FileFormat | undefined =>
  formats.find(({ takes, value: look }) => 'name' in takes && takes.name.test(name) && (takes.within === undefined || takes.within.test(path.join('/'))) && (look === undefined || look.test(value)));

/** A credential that a file without names holds, with the row that says so. */
export interface Located extends FormatValue {
  readonly format: FileFormat;
}

export function* locateByPattern(formats: readonly FileFormat[], text: string): Generator<Located> {
  for (const format of formats) {
    if (!('pattern' in format.takes)) continue;
    for (const found of text.matchAll(format.takes.pattern)) {
      const { value = '', name = 'password' } = found.groups ?? {};
      const start = found.index + found[0].lastIndexOf(value);
      if (value !== '') yield { name, path: [], value, range: [start, start + value.length], format };
    }
  }
}

/** The format is sure that this is a credential: only what stands for one is none. */
export function matchFormat(format: FileFormat, { value, range }: FormatValue): Match | undefined {
  const plain = decode(format, value);
  if (plain === undefined || !isCredential(format, plain)) return undefined;
  return { detectorId: format.id, title: format.title, severity: format.severity, range, secret: new Secret(value), isUrlPassword: false, isWholeValue: true };
}

function decode({ encoding }: FileFormat, value: string): string | undefined {
  if (encoding !== 'basic' && encoding !== 'base64') return value;
  const decoded = decodeBase64(value);
  if (encoding === 'base64') return decoded;
  // some registries take a token there
  return /^[^:]{0,400}:(?<password>.{0,4000})$/su.exec(decoded ?? '')?.groups?.['password'] ?? value;
}

function isCredential({ encoding }: FileFormat, value: string): boolean {
  if (encoding === 'hash') return value.length >= 8;
  if (value.length > 8192 || /^(?:null|nil|none|true|false|yes|no)$/iu.test(value)) return false;
  const valueClass = classifyValue(value);
  // a lower-case word after the sign is no name of a variable
  if (valueClass === 'reference') return /^[$:](?![A-Z\d_]+$)\w*\d/u.test(value);
  return valueClass !== 'empty' && valueClass !== 'placeholder' && valueClass !== 'template';
}
