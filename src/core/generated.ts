import { getEnding, isLockPath } from './paths.ts';
import type { Problem } from './problem.ts';
import { isRandom } from './randomness.ts';

/** What no person wrote: values in it are not judged by their names, or only the surest of them. */
export type Origin = 'bundle' | 'lock' | 'map' | 'snapshot' | 'data' | 'sealed' | 'code';

/**
 * How a file came to be, by its name and by what a tool writes at its head; undefined for what people write. `countBlanks`: how many of so many
 * characters at its beginning are white space.
 */
export function getOrigin(path: string, text: string, countBlanks = (length: number): number => countBlanksOf(text, length)): Origin | undefined {
  if (isLockPath(path)) return 'lock';
  // Ansible Vault, age, OpenPGP
  if (seals.some((seal) => text.startsWith(seal))) return 'sealed';
  if (['map', 'json'].includes(getEnding(path).toLowerCase()) && /^\s{0,20}\{[^{]{0,300}"version"\s{0,4}:\s{0,4}3\b/u.test(text.slice(0, 400)) && text.includes('"mappings"')) return 'map';
  if (/(?:^|\/)__snapshots__\/|\.(?:snap|ambr)$/u.test(path)) return 'snapshot';
  if (isDataPath(path)) return 'data';
  if (isProgram(path) && (isLarge(path, text) || isMinified(path, text, countBlanks) || isRelease(path, text))) return 'bundle';
  return isProgram(path) && hasMarker(text) ? 'code' : undefined;
}

const seals = ['$ANSIBLE_VAULT;', 'age-encryption.org/v1', '-----BEGIN AGE ENCRYPTED FILE-----', '-----BEGIN PGP MESSAGE-----'];

/** Whether a problem of a file of this origin is one: a name says little there, a token says all. */
export function isBelievable({ kind, range }: Problem, text: string, origin: Origin | undefined): boolean {
  if (!/^(?:password|secret)-value$/u.test(kind)) return !isInBlob(text, range[0]);
  return origin === undefined || (isOfTool(origin) && isStrong(text.slice(...range)));
}

/** A program that a tool wrote: of its names only the surest values are believed. */
export const isOfTool = (origin: Origin | undefined): boolean => origin === 'code' || origin === 'bundle';

/** In megabytes of base64 every short mark comes up. */
const isInBlob = (text: string, start: number): boolean => /[+/]/u.test(text.charAt(start - 1)) && /^[A-Za-z\d+/]{200}$/u.test(text.slice(Math.max(0, start - 200), start));

/** Nobody chose it as a word of a program. */
export const isStrong = (value: string): boolean => value.length >= 16 && /\d/u.test(value) && isRandom(value);

/** Vocabularies of language models, fonts, drawings, tables of rows. */
const isDataPath = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const dot = name.lastIndexOf('.');
  const ending = dot === -1 ? '' : name.slice(dot + 1);
  return dataEndings.has(ending) || (/^(?:json|txt|model)$/u.test(ending) && vocabularies.has(name.slice(0, dot)));
};

const dataEndings: ReadonlySet<string> = new Set('tiktoken bpe spm sentencepiece csv tsv svg glyphs afm pfb geojson topojson gpx kml dxf obj stl gltf ipa srt vtt fasta pdb'.split(' '));
const vocabularies: ReadonlySet<string> = new Set(['tokenizer', 'vocab', 'merges', 'special_tokens_map', 'added_tokens', 'tokenizer_config']);

const isProgram = (path: string): boolean => programEndings.has(getEnding(path).toLowerCase());

const programEndings: ReadonlySet<string> = new Set(
  'js ts jsx tsx cjs cts cjsx ctsx mjs mts mjsx mtsx css go py pyi rb java kt kts scala cs vb fs swift m mm h hh hpp c cc cpp cxx rs php dart ex exs erl lua pl pm proto pb thrift graphql vue svelte elm hs jl r sql s asm'.split(' '),
);

/** By its name, by what a bundler puts around the modules, or by lines that no person reads: long on the whole, and dense. */
function isMinified(path: string, text: string, countBlanks: (length: number) => number): boolean {
  if (!['js', 'cjs', 'mjs', 'css'].includes(getEnding(path).toLowerCase())) return false;
  if (/[.-](?:min|bundle|prod|umd\.min|chunk)\.(?:[cm]?js|css)$|[.-][\da-f]{8,20}\.(?:chunk\.)?[cm]?js$/iu.test(path) && hasLongLine(text, 200)) return true;
  if (text.length > 20_000 && /__webpack_require__|__nccwpck_require__|\b__commonJS\(\{|\bparcelRequire\b/u.test(text)) return true;
  return text.length > 2000 && hasLongLine(text, 1000) && isDense(Math.min(text.length, 20_000), countBlanks);
}

/** No person writes that much in one file; a tree of its syntax takes a hundred times the memory of its text. */
const isLarge = (path: string, text: string): boolean => text.length > 500_000 && /\.[cm]?[jt]sx?$/iu.test(path);

/** A library as it is given out: minifiers keep a comment that begins with `!`, and it says which version of what this is. */
const isRelease = (path: string, text: string): boolean => /^\s{0,4}\/\*!/u.test(text) && /\.[cm]?js$/iu.test(path) && /\bv?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?\b[^]{0,500}(?:license|copyright|\(c\))/iu.test(text.slice(0, 800));

/** Half of the text, or more, stands in lines of more than `length` characters. */
function hasLongLine(text: string, length: number): boolean {
  let long = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end - start > length) long += end - start;
    start = end + 1;
  }
  return long >= text.length / 2;
}

/** Whether few characters of a sample are white space. */
const isDense = (length: number, countBlanks: (length: number) => number): boolean => countBlanks(length) < length * 0.15;

function countBlanksOf(text: string, length: number): number {
  let count = 0;
  for (let index = 0; index < length; index++) if (text.charCodeAt(index) <= 32) count++;
  return count;
}

/**
 * Go (https://go.dev/s/generatedcode), Meta's `@generated`, protoc, .NET, OpenAPI, and those who write the same in a comment at the
 * head. Settings that a tool manages hold real passwords all the same: they are not asked.
 */
function hasMarker(text: string): boolean {
  const head = text.slice(0, 1500);
  if (!/generated/iu.test(head)) return false;
  return /(?:^|\n)[ \t]{0,8}(?:\/\/|#|\/\*+|\*|--|;|'|<!--|"""|@)?[^\n"'`=]{0,120}(?:@generated\b|\bcode generated\b|<auto-generated|auto-?generated (?:by|from|file|code)|generated by (?:the )?(?:protocol buffer compiler|swagger|openapi|protoc|thrift|antlr|sqlc|mockgen|graphql|typegen|cdk8s|jsii)|this file (?:is|was) (?:auto-?|automatically )?generated|generated[^\n"'`=]{0,60}do not (?:edit|modify)|do not (?:edit|modify)[^\n"'`=]{0,80}generated)/iu.test(head);
}
