// What our kernel looks for, as a file of patterns for ripgrep.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './programs.mjs';

/** Writes one pattern a line and gives their number. */
export async function writeKeywords(folder) {
  const { detectors, getSpellings, nameStems, marks } = await load(folder);
  const exact = new Set();
  const caseless = new Set(marks.flatMap(spell).filter((text) => !/[\r\n]/.test(text)));
  for (const { anchors, near = [], isCaseless } of detectors) {
    for (const anchor of anchors ?? []) (isCaseless ? caseless : exact).add(anchor);
    if (anchors === undefined) for (const spelling of near.flatMap(getSpellings)) caseless.add(spelling);
  }
  // two that must end a word are no literals
  for (const stem of nameStems.source.split('|')) if (!stem.includes('(')) for (const text of expand(stem)) caseless.add(text);
  const patterns = [...[...exact].map(quote), ...[...caseless].map((text) => `(?i:${quote(text)})`)];
  const file = path.join(folder, 'keywords.txt');
  writeFileSync(file, `${patterns.join('\n')}\n`);
  return { file, count: patterns.length };
}

async function load(folder) {
  const marks = existsSync(path.join(root, 'src/prefilter/marks.ts')) ? "export { marks } from './src/prefilter/marks.ts';" : 'export const marks = [];';
  const contents = `export { detectors } from './src/detectors/index.ts'; export { getSpellings } from './src/core/near.ts'; export { nameStems } from './src/core/names.ts'; ${marks}`;
  const outfile = path.join(folder, 'keywords.mjs');
  await build({ stdin: { contents, resolveDir: root }, bundle: true, format: 'esm', platform: 'node', outfile, logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
}

/** Patterns for one mark. */
const most = 8;

/** With the character that must come in the end, if it is one of few, as if nothing could stand between: ripgrep is not to be held up by what we pass over. */
function spell({ text, follows }) {
  const last = follows?.at(-1);
  if (last === undefined) return [text];
  const bytes = Array.from({ length: 95 }, (_, index) => index + 32).filter((byte) => ((last.bytes[byte >> 3] >> (byte & 7)) & 1) === 1);
  return bytes.length > most ? [text] : bytes.map((byte) => `${text}${String.fromCharCode(byte)}`);
}

/** `has[lł]o` is two words. */
function expand(stem) {
  const found = /^(?<head>[^[]*)\[(?<letters>[^\]]*)\](?<tail>.*)$/u.exec(stem);
  if (found === null) return [stem];
  const { head, letters, tail } = found.groups;
  return [...letters].flatMap((letter) => expand(`${head}${letter}${tail}`));
}

const quote = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
