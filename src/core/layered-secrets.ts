import { findAssignments } from './assignments.ts';
import type { Detect, Match, Place } from './detect.ts';
import { findLayers, type EncodedParts, type Layer } from './layers.ts';
import { isDotenvPath, isLocalePath, isTestPath } from './paths.ts';
import type { Problem, Subject } from './problem.ts';
import type { Range } from './range.ts';
import type { SourceFile } from './scanner.ts';
import { toSecretProblem } from './secret-problem.ts';

/** base64 in a header in user data in base64; deeper than that nobody keeps a secret by mistake. */
const maxDepth = 3;

/** Secrets that only show when a part of the text is decoded, with their place in the text as it stands. */
export function findLayeredSecrets({ path, text }: SourceFile, detect: Detect, parts?: EncodedParts): Problem[] {
  const ruleId = isDotenvPath(path) ? 'no-plaintext-dotenv' : 'no-hardcoded-secrets';
  return findWithin(text, { detect, place: getLayerPlace(path) }, 1, parts).map(({ match, range, encoding, subject }) =>
    toSecretProblem({ ...match, range, title: `${match.title} in ${encoding}`, isWholeValue: false }, { ruleId, subject }),
  );
}

/** How surely a file assigns a credential in what is encoded. */
export const getLayerPlace = (path: string): Place => (isLocalePath(path) ? 'text' : isTestPath(path) ? 'test' : 'setting');

interface Layered {
  readonly match: Match;
  readonly range: Range;
  readonly encoding: string;
  readonly subject?: Subject;
}

interface Search {
  readonly detect: Detect;
  readonly place: Place;
}

function findWithin(text: string, search: Search, depth: number, parts?: EncodedParts): Layered[] {
  const found: Layered[] = [];
  for (const layer of findLayers(text, parts)) {
    if (search.detect.mayHold(layer.text)) found.push(...findIn(text, layer, search));
    if (depth < maxDepth) found.push(...findWithin(layer.text, search, depth + 1).map((inner) => ({ ...inner, range: layer.toOuter(inner.range), encoding: layer.encoding })));
  }
  return found;
}

function findIn(outer: string, layer: Layer, { detect, place }: Search): Layered[] {
  const { encoding, toOuter } = layer;
  const tokens = detect.tokens(layer.text).map((match): Layered => ({ match, range: toOuter(match.range), encoding }));
  // what a bundler keeps of its sources
  if (/data:[\w/+.;=-]{1,80},$/u.test(outer.slice(Math.max(0, layer.range[0] - 90), layer.range[0]))) return tokens;
  return [...tokens, ...findNamed(layer, detect, place)];
}

function findNamed({ encoding, text, toOuter, isHidden }: Layer, detect: Detect, place: Place): Layered[] {
  const found: Layered[] = [];
  const isBare = isSettings(text);
  for (const { name, nameRange, value, range, outerRange, isQuoted } of findAssignments(text, { bare: true })) {
    // of a text with escapes the scanner of the file has read the rest
    if (!isHidden([nameRange[0] - 1, outerRange[1]]) || !(isQuoted || isBare || isInQuery(text, nameRange[0]))) continue;
    const match = detect.named({ name, path: [], value, range, place: isQuoted || place !== 'setting' ? place : getPlace(text, range[1]) });
    if (match !== undefined) found.push({ match, range: toOuter(range), encoding, subject: { name, path: [] } });
  }
  return found;
}

/** Scripts, dotenv files and the like need no quotes. */
const isSettings = (text: string): boolean => /^(?:#!|#cloud-config|<powershell>|Content-Type: multipart)|^(?:export[ \t]{1,8})?[A-Z][A-Z\d_]{2,60}=/mu.test(text);

/** `&password=…` */
const isInQuery = (text: string, start: number): boolean => /[?&]/u.test(text.charAt(start - 1));

/** A value that ends its line is all that was assigned. */
const getPlace = (text: string, end: number): Place => (/^[ \t]*(?:[\r\n]|$)/u.test(text.slice(end, end + 80)) ? 'setting' : 'code');
