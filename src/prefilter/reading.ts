import { formats, getCommonFormat } from '../core/formats.ts';
import { getEnding, isDotenvPath, isLockPath, isTypesPath } from '../core/paths.ts';

/** How values stand beside their names in a file: what the scanner of its format can see, or more. */
export type Reading = 'program' | 'text' | 'bare-text' | 'document' | 'lines' | 'ini' | 'toml' | 'xml' | 'terraform' | 'tables' | 'tokens' | 'whole';

/** `program`: literals in any expression; `text`: in quotes, right behind the name; `bare-text`: without quotes too; `document`: trees of keys; `lines`: commands and the like; `ini`: a setting a line; `tables`: names and values apart; `tokens`: names mean nothing; `whole`: always read. */
export function getReading(path: string): Reading {
  if (isLockPath(path)) return 'tokens';
  if (isDotenvPath(path)) return 'whole';
  if (isTypesPath(path)) return 'text';
  const format = getCommonFormat(path) ?? Object.entries(formats).find(([id, handles]) => id !== 'text' && handles(path))?.[0] ?? 'text';
  return readings[format] ?? (isProgramText(path) ? 'text' : 'bare-text');
}

/** Of a part of a file, which is read as text: the rest, by which a reader of its format could tell where it is, is not there. */
export function getPartReading(path: string): Reading {
  const reading = getReading(path);
  return reading === 'tokens' ? 'tokens' : reading === 'program' || reading === 'text' ? 'text' : 'bare-text';
}

const readings: Readonly<Record<string, Reading>> = {
  javascript: 'program',
  python: 'program',
  json: 'document',
  yaml: 'document',
  notebook: 'document',
  sql: 'tables',
  php: 'text',
  dockerfile: 'lines',
  ini: 'ini',
  properties: 'ini',
  shell: 'lines',
  terraform: 'terraform',
  toml: 'toml',
  xml: 'xml',
};

/** Programs and pages that no scanner of their own reads. */
const isProgramText = (path: string): boolean => textEndings.has(getEnding(path).toLowerCase());

const textEndings: ReadonlySet<string> = new Set('java c h cc cpp hpp cs go rs rb kt swift scala m mm dart css htm html vue svelte'.split(' '));
