import { refuseExpression } from './bounded.ts';
import { createDetect } from './detect.ts';
import type { Detector } from './detector.ts';
import type { Severity } from './problem.ts';

/** A format of the project's own: an entry of `formats` in the config. */
export interface FormatEntry {
  readonly id: string;
  readonly title: string;
  readonly severity?: Severity;
  /** What every value begins with. */
  readonly anchor: string | readonly string[];
  /** A regular expression for what follows. */
  readonly body: string;
  /** One of these words stands near. */
  readonly context?: readonly string[];
  readonly minEntropy?: number;
  /** Values that must be found, and others that must not. */
  readonly matches: readonly Example[];
  readonly rejects?: readonly Example[];
}

/** A value in parts, so that the config itself leaks nothing: `[acme_, f3Kq9ZtB, { repeat: x7Q, times: 8 }]`. */
type Example = readonly (string | { readonly repeat: string; readonly times: number })[];

export function toDetector({ id, title, severity = 'high', anchor, body, context, minEntropy }: FormatEntry): Detector {
  const anchors = typeof anchor === 'string' ? [anchor] : anchor;
  return {
    id,
    title,
    severity,
    source: 'the config',
    anchors,
    pattern: new RegExp(`(?:${anchors.map((text) => text.replace(/[$()*+.?[\\\]^{|}/-]/gu, String.raw`\$&`)).join('|')})(?:${body})`, 'uy'),
    ...(context === undefined ? {} : { near: context }),
    ...(minEntropy === undefined ? {} : { minEntropy }),
  };
}

/** What is wrong with `formats` of a config, if anything. No example is ever quoted. */
export function checkFormats(value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'must be a list of formats';
  const ids = new Set<unknown>();
  for (const [index, entry] of (value as readonly unknown[]).entries()) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return `has an entry (number ${String(index + 1)}) that is no map`;
    const fields = new Map<string, unknown>(Object.entries(entry));
    const id = fields.get('id');
    if (typeof id !== 'string' || !/^[a-z][a-z\d]*(?:-[a-z\d]+){0,9}$/u.test(id)) return `has an entry (number ${String(index + 1)}) without an id such as acme-token`;
    if (ids.has(id)) return `has two formats called ${id}`;
    ids.add(id);
    const error = checkFields(fields) ?? checkExpression(entry as FormatEntry) ?? checkExamples(entry as FormatEntry);
    if (error !== undefined) return `has a format ${id} that ${error}`;
  }
  return undefined;
}

const known = ['id', 'title', 'severity', 'anchor', 'body', 'context', 'minEntropy', 'matches', 'rejects'];
const severities: readonly unknown[] = ['critical', 'high', 'medium', 'low'];

function checkFields(fields: ReadonlyMap<string, unknown>): string | undefined {
  const unknown = [...fields.keys()].find((key) => !known.includes(key));
  if (unknown !== undefined) return `has "${unknown.slice(0, 40)}"; it can have ${known.join(', ')}`;
  const title = fields.get('title');
  if (typeof title !== 'string' || !/^[^\p{Cc}]{3,80}$/u.test(title)) return 'needs a title with its article, such as "an Acme token"';
  if (!severities.includes(fields.get('severity') ?? 'high')) return 'has a severity other than critical, high, medium and low';
  const anchors = [fields.get('anchor')].flat();
  if (anchors.length === 0 || !anchors.every((anchor) => typeof anchor === 'string' && anchor.length >= 3 && anchor.length <= 100)) return 'needs an anchor of at least three characters';
  if (typeof fields.get('body') !== 'string') return 'needs a body: a regular expression for what follows the anchor';
  const context = fields.get('context') ?? ['any'];
  if (!Array.isArray(context) || context.length === 0 || !context.every((word) => typeof word === 'string' && /^[a-z][a-z\d_]{2,40}$/u.test(word))) return 'needs words of lower-case letters as "context", with _ between their parts';
  const entropy = fields.get('minEntropy') ?? 0;
  if (typeof entropy !== 'number' || !(entropy >= 0 && entropy <= 8)) return 'needs bits for each character, 0 to 8, as "minEntropy"';
  if (!isExampleList(fields.get('matches'), 1)) return `needs "matches", ${parts}`;
  return isExampleList(fields.get('rejects') ?? [], 0) ? undefined : `needs as "rejects" ${parts}`;
}

const parts = 'a list of values, each a list of parts such as [acme_, f3Kq9ZtB, { repeat: x7Q, times: 8 }]';

const isExampleList = (value: unknown, least: number): boolean => Array.isArray(value) && value.length >= least && value.length <= 50 && value.every(isExample);

const isExample = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.length <= 20 && value.every(isPart);

const isPart = (part: unknown): boolean => {
  if (typeof part === 'string') return part.length <= 1000;
  if (typeof part !== 'object' || part === null || !('repeat' in part) || !('times' in part)) return false;
  const { repeat, times } = part;
  return typeof repeat === 'string' && repeat.length <= 100 && typeof times === 'number' && Number.isInteger(times) && times > 0 && times <= 1000;
};

function checkExpression(entry: FormatEntry): string | undefined {
  // alone first: a bracket too many would join what stands around it
  const refusal = refuseExpression(entry.body, 'uy') ?? refuseExpression(toDetector(entry).pattern.source, 'uy');
  return refusal === undefined ? undefined : `has a body that ${refusal}`;
}

function checkExamples(entry: FormatEntry): string | undefined {
  const detector = toDetector(entry);
  const detect = createDetect([detector]);
  const isFound = (text: string): boolean => detect.tokens(text).length > 0;
  const frame = (example: Example): string => `${entry.context?.[0] ?? 'value'} = "${join(example)}"\n`;
  const missed = entry.matches.findIndex((example) => !isFound(frame(example)));
  if (missed !== -1) return `does not find example ${String(missed + 1)} of its "matches"${join(entry.matches[missed] ?? []).length > 11 ? ' (values of few different characters count as made up)' : ''}`;
  const found = (entry.rejects ?? []).findIndex((example) => isFound(frame(example)));
  if (found !== -1) return `finds example ${String(found + 1)} of its "rejects"`;
  const whole = entry.matches.findIndex((example) => example.some((part) => typeof part === 'string' && isFound(`${entry.context?.[0] ?? ''} "${part}"`)));
  return whole === -1 ? undefined : `has example ${String(whole + 1)} of its "matches" in one part: break it, or the config is a leak itself`;
}

const join = (example: Example): string => example.map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times))).join('');
