import { getNameKind, nameStems, splitWords } from './names.ts';
import type { Severity } from './problem.ts';
import { createRangeList } from './range-list.ts';
import type { Range } from './range.ts';
import { Secret } from './secret.ts';
import { classifyValue, isRandom } from './value.ts';

/** What a secret looks like: one row of `detectors/`. */
export interface Detector {
  /** A noun that reads after "allow": `aws-access-key-id`. */
  readonly id: string;
  /** With an article, for messages: `an AWS access key id`. */
  readonly title: string;
  readonly severity: Severity;
  /** The public document that gives the format. */
  readonly source: string;
  /** Literals of at least three characters; one of them stands at the start of every match, or within `lookBehind` after it. */
  readonly anchors: readonly string[];
  /** How far before the anchor a match may begin. */
  readonly lookBehind?: number;
  /**
   * Sticky and bounded, tried at the anchor (or, with `lookBehind`, at the places before it). The group whose name
   * begins with `secret` is the part to hide; without one it is the whole match.
   */
  readonly pattern: RegExp;
  /** How many leading characters of the secret are public. */
  readonly visible?: number;
  /** Characters that may not stand right before or after a match; token characters by default. */
  readonly boundary?: RegExp;
  /** A last test of the secret, such as a checksum or an example value. */
  readonly accepts?: (secret: string, match: RegExpExecArray) => boolean;
  /**
   * What speaks against a match without clearing it, such as a checksum that fails: vendors change their formats, so it costs one
   * step of severity and is said.
   */
  readonly doubt?: (secret: string) => string | undefined;
  /** The secret is the password of a URL. */
  readonly isUrlPassword?: boolean;
  /** A parameter would hold the whole literal around the secret. */
  readonly isWholeValue?: boolean;
}

/** A secret that was found in a text. */
export interface Match {
  readonly detectorId: string;
  readonly title: string;
  readonly severity: Severity;
  /** The secret itself. */
  readonly range: Range;
  readonly secret: Secret;
  readonly isUrlPassword: boolean;
  readonly isWholeValue: boolean;
}

/** A value under a name, as a scanner or rule cut it out of its carrier. */
export interface Candidate {
  readonly name: string;
  /** Names of what encloses it, outermost first. */
  readonly path: readonly string[];
  /** The value as the program sees it, escapes resolved. */
  readonly value: string;
  readonly range: Range;
  readonly place: Place;
}

/**
 * How surely the place assigns a credential. `sink`: an argument or option that is one by its API. `setting`: a line of a
 * settings file. `connection`: an object with a host or a user beside it. `code`: anything else in a program.
 * `test`: a program under test. `text`: locale files and prose.
 */
export type Place = 'sink' | 'setting' | 'connection' | 'code' | 'test' | 'text';

export interface Detect {
  /** Token formats within a range of a text (all of it by default), ordered by place. */
  tokens(text: string, range?: Range): Match[];
  /** A value whose name says what it is. */
  named(candidate: Candidate): Match | undefined;
  /** Cheap test: false means that neither a token format nor a secret-named value can be in the text. */
  mayHold(text: string): boolean;
}

export function createDetect(detectors: readonly Detector[]): Detect {
  const anchors = detectors.flatMap((detector) => detector.anchors.map((anchor) => ({ anchor, detector })));
  const anchorExpression = new RegExp([...new Set(anchors.map(({ anchor }) => escape(anchor)))].sort((a, b) => b.length - a.length).join('|'), 'gu');
  const byAnchor = new Map<string, Detector[]>();
  for (const { anchor, detector } of anchors) byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), detector]);
  const keywordExpression = new RegExp(`${anchorExpression.source}|${nameStems.source}`, 'i');

  return {
    tokens(text, range = [0, text.length]) {
      const matches = createRangeList<Match>();
      for (const { 0: anchor, index } of findAll(anchorExpression, text, range)) {
        for (const detector of byAnchor.get(anchor) ?? []) {
          const match = matchAt(detector, text, index, range);
          if (match !== undefined) matches.add(match);
        }
      }
      return [...matches.items];
    },
    named: judgeNamed,
    mayHold: (text) => keywordExpression.test(text),
  };
}

function* findAll(expression: RegExp, text: string, range: Range): Generator<RegExpExecArray> {
  expression.lastIndex = range[0];
  for (let found = expression.exec(text); found !== null && found.index < range[1]; found = expression.exec(text)) {
    const resume = found.index + 1;
    yield found;
    expression.lastIndex = resume;
  }
}

function matchAt(detector: Detector, text: string, anchorIndex: number, range: Range): Match | undefined {
  const first = Math.max(range[0], anchorIndex - (detector.lookBehind ?? 0));
  for (let start = first; start <= anchorIndex; start++) {
    detector.pattern.lastIndex = start;
    const found = detector.pattern.exec(text);
    if (found === null || found.index + found[0].length > range[1]) continue;
    const boundary = detector.boundary ?? tokenCharacter;
    if (boundary.test(text.charAt(start - 1)) && start > range[0] && !isEscapeBefore(text, start)) continue;
    const end = start + found[0].length;
    if (end < range[1] && boundary.test(text.charAt(end))) continue;
    const value = getSecretPart(found);
    const secretStart = value === found[0] ? start : start + found[0].lastIndexOf(value);
    if (detector.accepts !== undefined && !detector.accepts(value, found)) continue;
    const doubt = detector.doubt?.(value);
    return {
      detectorId: detector.id,
      title: doubt === undefined ? detector.title : `${detector.title} (${doubt})`,
      severity: doubt === undefined ? detector.severity : lower[detector.severity],
      range: [secretStart, secretStart + value.length],
      secret: new Secret(value, detector.visible ?? 0),
      isUrlPassword: detector.isUrlPassword ?? false,
      isWholeValue: detector.isWholeValue ?? false,
    };
  }
  return undefined;
}

function getSecretPart({ 0: whole, groups = {} }: RegExpExecArray): string {
  for (const name in groups) if (name.startsWith('secret') && groups[name] !== undefined) return groups[name];
  return whole;
}

const lower: Readonly<Record<Severity, Severity>> = { critical: 'high', high: 'medium', medium: 'low', low: 'low' };

const tokenCharacter = /[\w-]/u;

/** `\n` or `%3D` right before a token is no part of it. */
const isEscapeBefore = (text: string, start: number): boolean => /(?:\\[nrt]|%3D|%3A)$/iu.test(text.slice(Math.max(0, start - 3), start));

const escape = (literal: string): string => literal.replace(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);

function judgeNamed(candidate: Candidate): Match | undefined {
  const kind = candidate.place === 'sink' ? (getNameKind(candidate.name) ?? 'secret') : getNameKind(candidate.name);
  if (kind === undefined || isEcho(candidate)) return undefined;
  const { value, place } = candidate;
  const valueClass = classifyValue(value);
  const isLeak = kind === 'password' ? isPassword(value, valueClass, place) : isMachineSecret(candidate, valueClass);
  if (!isLeak) return undefined;
  return {
    detectorId: kind === 'password' ? 'password-value' : 'secret-value',
    title: kind === 'password' ? 'a password' : 'a secret',
    severity: place === 'test' ? 'medium' : 'high',
    range: candidate.range,
    secret: new Secret(value),
    isUrlPassword: false,
    isWholeValue: true,
  };
}

/** The value says no more than its own name: `password: 'Password'`, `API_KEY=api-key`. */
const isEcho = ({ name, value }: Candidate): boolean => {
  const echo = splitWords(value).join('');
  return echo !== '' && splitWords(name).join('').endsWith(echo) && !/\d{2}/u.test(value);
};

/** A person may have chosen it: short and word-like values count where the place surely assigns a credential. */
function isPassword(value: string, valueClass: string, place: Place): boolean {
  if (/\s{2}|\n/u.test(value) || value.length < 4 || value.length > 512) return false;
  const isSure = place === 'sink' || place === 'setting' || place === 'connection';
  if (valueClass === 'opaque') return place !== 'text' || /\d/u.test(value);
  if (valueClass === 'uuid') return isSure || place === 'code';
  if (valueClass === 'path') return isSure && isRandom(value) && !/^\.|\.[a-z]{1,5}$/u.test(value);
  if (valueClass === 'pattern') return isSure && !/[[({\\^]/u.test(value);
  if (valueClass === 'identifier' && place === 'setting' && isPassphrase(value)) return true;
  if (valueClass === 'identifier' || valueClass === 'plain' || valueClass === 'words') return isSure && isChosen(value);
  if (valueClass !== 'guessable') return false;
  if (isSure) return true;
  // in ordinary code a lone word is a label or a field's name; a digit or a mark beside letters makes it a password
  return place === 'code' && isChosen(value) && /[A-Za-z]/u.test(value);
}

/** `correct-horse-battery`, not `login-password-input`. */
const isPassphrase = (value: string): boolean => /^[a-z]+(?:-[a-z]+){2,}$/u.test(value) && !/pass|pwd|secret|token|key|cred|auth|user|name|field|form|input|login/u.test(value);

const isChosen = (value: string): boolean =>
  !/\s/u.test(value) && /\d|[!@#$%^&*+=?~]/u.test(value) && !/^[a-z]+(?:[._-][a-z\d]+)+$/u.test(value) && !/^\w+\[\d*\]$/u.test(value);

function isMachineSecret({ name, value, place }: Candidate, valueClass: string): boolean {
  // a session is also signed with "keyboard cat"
  if (place === 'sink' && /^\S{3,} \S{3,}$/u.test(value) && (valueClass === 'words' || valueClass === 'guessable')) return true;
  if (/\s/u.test(value) || value.length < 8 || value.length > 4096) return false;
  const isSure = place === 'sink' || place === 'setting';
  if (valueClass === 'opaque') return place !== 'text' || value.length >= 16;
  if (valueClass === 'uuid') return isSure || ((place === 'code' || place === 'connection') && /(?:key|secret)\d*$/iu.test(name));
  if (valueClass === 'path') return isRandom(value) && value.length >= 20 && /\d/u.test(value);
  // a Kubernetes object that holds the secret is called so
  if (valueClass === 'identifier') return isSure && !/^[a-z][a-z\d]*(?:-[a-z\d]+)*-(?:secrets?|tokens?|keys?|credentials)$/u.test(value);
  return valueClass === 'guessable' && (isSure || ((place === 'code' || place === 'connection') && isChosen(value) && /\d/u.test(value)));
}
