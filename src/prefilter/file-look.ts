import type { Detect, Place, PlacedAnchor } from '../core/detect.ts';
import { getOrigin, isBelievable, isOfTool, isStrong, type Origin } from '../core/generated.ts';
import { findLayeredSecrets, getLayerPlace } from '../core/layered-secrets.ts';
import type { NameKind } from '../core/names.ts';
import type { Range } from '../core/range.ts';
import { matchAt, matchNear, type Tried } from '../core/match-format.ts';
import { formats, isJsonPath } from '../core/formats.ts';
import { isCommandsPath } from '../core/paths.ts';
import { findCalls, findConverted, findTyped, type PositionalCredential } from '../core/positional-credentials.ts';
import { isToldBy } from '../core/prose-passwords.ts';
import { mayHoldPolicy as mayHoldProgramPolicy } from '../ecmascript/may-hold-policy.ts';
import { mayNameSecret } from '../ecmascript/may-hold-secret.ts';
import type { Skim } from '../ecmascript/skim.ts';
import { mayBeTakenInBytes } from '../ecmascript/taken-in-bytes.ts';
import { mayLogSecret } from '../flow/may-log-secret.ts';
import { mayMention } from '../grants/mentions.ts';
import { mayHoldPolicy, mayOpenSecrets } from '../iam/policy.ts';
import { mayGrantReads } from '../iam/read-grant.ts';
import { mayPassCredential } from '../python/credential-arguments.ts';
import { isPassStatement } from '../python/pass-statement.ts';
import { mayJoinUrl } from '../python/joined-url.ts';
import { mayLogSecret as mayLogInPython } from '../python/may-log-secret.ts';
import { findDeclaredNames, mayDeclare } from '../references/declared.ts';
import { mayBeScript, mayRefer, mayReferInJson, mayReferToAws } from '../references/may-refer.ts';
import { isMarkedBefore } from './assigned-bytes.ts';
import { isOpenedInBytes, isTyped } from './call-bytes.ts';
import { createDone, getAnyKind, getPlaces, getTextPlaces, mayBeGiven, type Known, type TextPlaces } from './given-value.ts';
import type { KnownLines } from './known-lines.ts';
import type { KnownRuns } from './known-runs.ts';
import type { MarkUse } from './marks.ts';
import type { IsNumberedFiller } from './numbered-fillers.ts';
import { noSuspicions, type Suspicions } from './questions.ts';
import { getOwnEnd, type KindTable } from './name-bytes.ts';
import { getReading, type Reading } from './reading.ts';
import { createGiftTest } from './sieve.ts';
import type { Owner } from './table.ts';
import { between, findQuotedCommands, getLineEnd, getNameEnd, getNameStart, isOfResourceType, isOpened, isTold, item, option, takesSecret } from './look-tests.ts';

export interface Task {
  readonly path: string;
  readonly length: number;
  readonly isBinary: boolean;
  /** Nothing but secrets is asked for. */
  readonly isSecretOnly: boolean;
  readonly detect: Detect;
  readonly loggers: readonly string[];
  readonly known: Known;
  /** The text as it stands in the room, where it does. */
  readonly inBytes?: InBytes;
  readonly getText: () => string;
  /** How a file of which only a part is at hand came to be. */
  readonly origin?: { readonly is: Origin | undefined };
  readonly reading?: Reading;
  /** Of a part only its text is read. */
  readonly isPart?: boolean;
  readonly places?: readonly Place[];
}

/** A program as tokens; of its bytes they are made faster. */
export type SkimBytes = (text: string, bytes: Uint8Array) => Skim | undefined;

export interface InBytes {
  readonly bytes: Uint8Array;
  readonly kinds: KindTable;
  readonly lines: KnownLines;
  readonly runs: KnownRuns;
  readonly isNumberedFiller: IsNumberedFiller;
  readonly skimBytes: SkimBytes;
  readonly countBlanks: (length: number) => number;
}

/** One look at one file, or at a part of one. */
export class Look {
  readonly #task: Task;
  readonly #reading: Reading;
  readonly #met = new Set<MarkUse>();
  readonly #tried: Tried = new Map();
  readonly #suspicions: Suspicions = { ...noSuspicions };
  #text: string | undefined;
  #hasKind = false;
  /** In a program, where names of a kind stand. */
  readonly #names: number[] = [];
  /** And where a mark of what takes a secret without a telling name. */
  readonly #taking: number[] = [];
  /** Where parameters are spoken of. */
  readonly #referring: number[] = [];
  #nameEnd = 0;
  #lineEnd = 0;
  readonly #done = createDone();
  #origin: { readonly is: Origin | undefined } | undefined;
  #textPlaces: TextPlaces | undefined;
  #scope: number | undefined;
  #getGift: ReturnType<typeof createGiftTest> | undefined;
  /** Names to which nothing is given, as long as none of a kind was met. */
  readonly #unasked: number[] = [];
  #placesOfNames: readonly Place[] | undefined;
  /** Where what may be encoded begins. */
  readonly runs: number[] = [];
  readonly anchors: PlacedAnchor[] = [];

  constructor(task: Task) {
    this.#task = task;
    this.#origin = task.origin;
    this.#reading = task.isBinary ? 'tokens' : (task.reading ?? getReading(task.path));
    this.#suspicions.secret = this.#reading === 'whole';
  }

  /** Whether a secret was met since this was asked. */
  takeSecret(): boolean {
    const { secret } = this.#suspicions;
    this.#suspicions.secret = false;
    return secret;
  }

  get text(): string {
    return (this.#text ??= this.#task.getText());
  }

  meet(owner: Owner, index: number): void {
    switch (owner.kind) {
      case 'stem':
        return this.#meetStem(index);
      case 'format':
        this.anchors.push({ anchor: owner.anchor, index });
        if (!this.#suspicions.secret && matchAt(owner.anchor.owner, this.text, index, [0, this.text.length]) !== undefined) this.#suspicions.secret = true;
        return;
      case 'word':
        if (this.#task.isBinary) return;
        this.anchors.push({ anchor: owner.anchor, index });
        if (!this.#suspicions.secret && matchNear(owner.anchor.owner, this.text, [index, index + owner.anchor.text.length], [0, this.text.length], this.#tried) !== undefined) this.#suspicions.secret = true;
        return;
      case 'call':
        return this.#meetCredentials(index, owner.length, findCalls);
      case 'converted':
        return this.#meetCredentials(index, 0, findConverted);
      case 'typed':
        if (this.#task.inBytes !== undefined && !isTyped(this.#task.inBytes.bytes, index, owner.length)) return;
        return this.#meetCredentials(index, 0, findTyped);
      case 'command':
        if (!this.#suspicions.secret && this.#isSecretCommand(index)) this.#suspicions.secret = true;
        return;
      case 'told':
        if (!this.#suspicions.secret && this.#reading === 'bare-text' && isTold(this.text, index - 80, index + 80)) this.#suspicions.secret = true;
        return;
      case 'reference':
        if (this.#task.isSecretOnly) return;
        this.#referring.push(index);
        if (!this.#suspicions.reference && mayRefer(this.text.slice(Math.max(0, index - 2), index + 30))) this.#suspicions.reference = true;
        return;
      case 'mention':
        this.#referring.push(index);
        this.#met.add('mention');
        return;
      case 'spelled':
        this.#met.add(this.#hidesWord(index) ? 'hidden' : 'spelled');
        return;
      case 'program':
        this.#met.add('program');
        if (this.#reading === 'program' && !this.#suspicions.secret && this.#mayBeTaken(index)) this.#taking.push(index);
        return;
      default:
        this.#met.add(owner.kind);
    }
  }

  /** Asked of few: most escapes stand alone. */
  #hidesWord(index: number): boolean {
    const { inBytes } = this.#task;
    const getCode = (at: number): number => (inBytes === undefined ? this.text.charCodeAt(at) : (inBytes.bytes[at] ?? 0));
    const mark = getCode(index);
    const behind = index + (mark === percent ? 3 : mark === ampersand ? (getCode(index + 5) === mark ? 5 : 6) : getCode(index + 1) === letterX ? 4 : 6);
    if (getCode(behind) !== mark && !(mark === backslash && isWordCode(getCode(index - 1)) && isWordCode(getCode(behind)))) return false;
    return hidesWord.test(this.text.slice(Math.max(0, index - 1), index + 24));
  }

  #mayBeTaken(index: number): boolean {
    const { inBytes, length } = this.#task;
    return inBytes === undefined || mayBeTakenInBytes(inBytes.bytes, index, length);
  }

  #meetStem(index: number): void {
    if (index < this.#nameEnd || this.#reading === 'tokens' || (this.#hasKind && this.#suspicions.secret)) return;
    const { inBytes, length } = this.#task;
    if (inBytes === undefined) return this.#meetName(index);
    const { bytes, kinds } = inBytes;
    kinds.seek(bytes, index, length);
    this.#nameEnd = kinds.end;
    if ((bytes[kinds.start] === hyphen || bytes[kinds.start - 1] === hyphen) && !this.#suspicions.secret && this.#isSecretCommand(index)) this.#suspicions.secret = true;
    if (this.#reading === 'text' || this.#reading === 'bare-text') return this.#meetInText(inBytes, index);
    const kind = kinds.getKind(bytes);
    if (kind === undefined) return;
    if (this.#reading === 'program' && isPassStatement(bytes, kinds.start, kinds.end, length) && formats.python(this.#task.path)) return;
    this.#hasKind = true;
    if (this.#reading !== 'program') return this.#meetName(index, kind);
    // how its names are read is known when it is known who wrote it
    this.#names.push(index);
    this.#nameEnd = getOwnEnd(bytes, index, kinds.end);
  }

  /** Where a text is read line by line, its bytes tell of most names that nothing is given to them, or the same line was judged before. */
  #meetInText({ bytes, kinds, lines, isNumberedFiller }: InBytes, index: number): void {
    const name = { bytes, length: this.#task.length, start: kinds.start, end: kinds.end };
    const gift = (this.#getGift ??= createGiftTest(this.#reading, this.#getTextPlaces))(name);
    if (gift === 'none') {
      if (!this.#hasKind) this.#unasked.push(index);
      return;
    }
    const kind = kinds.getKind(bytes);
    if (kind === undefined) return;
    this.#hasKind = true;
    if ((gift === 'told' && kind !== 'password') || (!isMarkedBefore(name) && isNumberedFiller(name)) || lines.has(name, this.#getScope(lines))) return;
    this.#meetName(index, kind);
    if (!this.#suspicions.secret) lines.add();
  }

  /** Of lines that say the same in this file. */
  #getScope(lines: KnownLines): number {
    const { place, hasBare, hasCommands, isTelling } = this.#getTextPlaces();
    return (this.#scope ??= lines.getScope([this.#reading, place, hasBare, hasCommands, isTelling, this.#places.join(), this.origin].join(' ')));
  }

  #meetName(index: number, knownKind?: NameKind): void {
    const { text } = this;
    const { known, detect } = this.#task;
    const start = getNameStart(text, index);
    const end = (this.#nameEnd = getNameEnd(text, index));
    const name = text.slice(start, end);
    const kind = knownKind ?? getAnyKind(name, known);
    if (kind === undefined) return;
    this.#hasKind = true;
    if (this.#suspicions.secret || (this.#reading === 'document' && isOfResourceType(text, start, end))) return;
    if (this.#reading === 'bare-text' && kind === 'password' && isToldBy(text, [start, end])) this.#suspicions.secret = true;
    else if (this.#reading === 'tables') this.#suspicions.secret = true;
    else if (!this.#isProgram && this.#mayName()) {
      const place = { text, start, end, reading: this.#reading === 'program' ? 'text' : this.#reading, path: this.#task.path, getTextPlaces: this.#getTextPlaces, done: this.#done, places: this.#places, isBelieved: this.#isBelieved };
      this.#suspicions.secret = mayBeGiven(place, name, kind, detect, known);
    }
  }

  /** A literal that a call takes, or what stands beside one. */
  #meetCredentials(index: number, length: number, find: (text: string, limit: number) => Iterable<PositionalCredential>): void {
    if (this.#suspicions.secret || this.#reading === 'tokens' || (length > 0 && !this.#isOpened(index, length)) || this.#isProgram) return;
    const { text } = this;
    const from = Math.max(0, index - (length > 0 ? 30 : 110));
    const part = text.slice(from, index + 700);
    if (!/["']/u.test(part.slice(index - from - 2, index - from + 600))) return;
    for (const { name, value, range } of find(part, index - from + length + 1)) {
      if (!this.#isBelieved(value)) continue;
      for (const place of ['sink', 'test-login', 'test', 'code'] as const) if (this.#task.detect.named({ name, path: [], value, range, place }) !== undefined) this.#suspicions.secret = true;
    }
  }

  #isOpened(index: number, length: number): boolean {
    const { inBytes } = this.#task;
    return inBytes === undefined ? isOpened(this.text, index, length) : isOpenedInBytes(inBytes.bytes, index, length);
  }

  #isSecretCommand(index: number): boolean {
    if (this.#task.isPart === true || this.#reading === 'program' || this.#reading === 'tokens' || this.#reading === 'text' || index < this.#lineEnd) return false;
    if (this.#reading === 'bare-text' && !isCommandsPath(this.#task.path)) return false;
    const { text } = this;
    const { detect } = this.#task;
    const start = text.lastIndexOf('\n', Math.max(0, index - 1)) + 1;
    let end = start;
    do end = getLineEnd(text, end + 1);
    while (end < text.length && text.charAt(end - 1) === '\\' && end - start < 4000);
    // a list of words, up to its bracket
    const list = text.slice(start, end).lastIndexOf('=(');
    if (list !== -1 && !text.slice(start + list, end).includes(')')) end = Math.max(end, Math.min(text.indexOf(')', end) + 1, start + 4000));
    this.#lineEnd = end;
    const line: Range = [start, end];
    if (option.test(text.slice(start, end)) && (takesSecret(text, line, detect) || findQuotedCommands(text, line).some((range) => takesSecret(text, range, detect)))) return true;
    item.lastIndex = index;
    if (this.#reading !== 'document' || !item.test(text)) return false;
    // the items stand in brackets, or below each other
    const words = text.slice(index, index + 600).replace(between, ' ');
    return takesSecret(words, [0, words.length], detect);
  }

  judge(): Readonly<Suspicions> {
    const { isBinary, isSecretOnly } = this.#task;
    const suspicions = this.#suspicions;
    suspicions.layer = this.#hasLayered();
    if (isBinary) return { ...noSuspicions, secret: suspicions.secret, layer: suspicions.layer };
    if (this.#reading === 'program' && !suspicions.secret && (this.#hasKind || this.#met.has('program'))) suspicions.secret = this.#isProgram ? this.#mayHoldSecret() : this.#isGiven();
    if (isSecretOnly) return { ...noSuspicions, secret: suspicions.secret, layer: suspicions.layer };
    suspicions.comment = this.#met.has('comment');
    // who wrote a program is asked of those only that may have something
    if (this.#hasKind || suspicions.reference || this.#met.size > 0) {
      const isProgram = this.#isProgram;
      this.#judgeGrants(isProgram);
      if (isProgram) this.#judgeLogs();
    }
    return suspicions;
  }

  #mayHoldSecret(): boolean {
    const { path, detect, known } = this.#task;
    return mayNameSecret(this.text, detect, { known: known.inPrograms, ...(this.#task.inBytes === undefined ? {} : { names: this.#names, taking: this.#taking }) }) || (!isJavaScript(path) && (mayPassCredential(this.text, detect) || mayJoinUrl(this.text, detect)));
  }

  /** Of a program that a tool wrote. */
  #isGiven(): boolean {
    this.#nameEnd = 0;
    for (const index of this.#names) if (index >= this.#nameEnd && !this.#suspicions.secret) this.#meetName(index);
    return this.#suspicions.secret;
  }

  /** Policies, references, and what may be read. */
  #judgeGrants(isProgram: boolean): void {
    const { path } = this.#task;
    const suspicions = this.#suspicions;
    const isScript = isProgram && isJavaScript(path);
    if (this.#met.has('policy') && (isScript || this.#reading === 'document' || path.endsWith('.tf'))) suspicions.policy = isScript ? mayHoldProgramPolicy(this.text) : /\.json$/iu.test(path) ? mayOpenSecrets(this.text) : mayHoldPolicy(this.text);
    if (this.#met.has('mention') || suspicions.reference) suspicions.mention = (isProgram || this.#reading !== 'program') && this.#isNear((part) => mayMention(path, part));
    if (suspicions.reference && this.#reading === 'document' && isJsonPath(path)) suspicions.reference = mayReferInJson(this.text) || mayGrantReads(this.text) || findDeclaredNames(this.text).length > 0;
    // many libraries have a `getParameter`; that of AWS is given a name or a path
    if (suspicions.reference && isScript && !this.#isNear(mayReferToAws) && !/\b(?:Names?|Path)\b/u.test(this.text)) suspicions.reference = false;
    // what other programs refer to is not read; only what they make is asked for
    if (suspicions.reference && ((this.#reading === 'text' && !formats.php(path)) || (this.#reading === 'program' && !isProgram) || (this.#reading === 'bare-text' && !mayBeScript(path, this.text)))) suspicions.reference = this.#isNear(mayDeclare) && findDeclaredNames(this.text).length > 0;
  }

  /** Asked of the text around each place where parameters are spoken of. */
  #isNear(isSo: (part: string) => boolean): boolean {
    const { text } = this;
    return this.#referring.some((index) => isSo(text.slice(Math.max(0, index - 40), index + 60)));
  }

  #judgeLogs(): void {
    const { path, length, loggers, inBytes } = this.#task;
    const isTelling = this.#hasKind || this.#met.has('source') || this.#suspicions.reference || (this.#met.has('field') && /\bParameters?\b/u.test(this.text));
    if (isTelling) this.#suspicions.log = isJavaScript(path) ? mayLogSecret(this.text, loggers, inBytes && ((text) => inBytes.skimBytes(text, inBytes.bytes.subarray(0, length)))) : mayLogInPython(this.text, loggers);
  }

  #hasLayered(): boolean {
    const { path, detect, isBinary, inBytes, length } = this.#task;
    const hasEscapes = this.#met.has('hidden') || ((this.#met.has('spelled') || this.#met.has('escape')) && this.#hasAnyKind());
    if (this.runs.length === 0 && !hasEscapes) return false;
    const scope = layerPlaces.indexOf(getLayerPlace(path));
    const runs = inBytes === undefined ? this.runs : inBytes.runs.filter(this.runs, inBytes.bytes, length, scope);
    if (runs.length === 0 && !hasEscapes) return false;
    const problems = findLayeredSecrets({ path, text: this.text }, detect, { runs, hasEscapes });
    if (problems.length === 0) inBytes?.runs.add(runs, inBytes.bytes, length, scope);
    return problems.some((problem) => isBelievable(problem, this.text, isBinary ? undefined : this.origin));
  }

  #hasAnyKind(): boolean {
    const { inBytes, length } = this.#task;
    return this.#hasKind || (inBytes !== undefined && this.#unasked.some((index) => {
      inBytes.kinds.seek(inBytes.bytes, index, length);
      return inBytes.kinds.getKind(inBytes.bytes) !== undefined;
    }));
  }

  get origin(): Origin | undefined {
    return (this.#origin ??= { is: getOrigin(this.#task.path, this.text, this.#task.inBytes?.countBlanks) }).is;
  }

  /** Read with its syntax, as no bundle is. */
  get #isProgram(): boolean {
    return this.#reading === 'program' && !isBundle(this.origin);
  }

  get #places(): readonly Place[] {
    return (this.#placesOfNames ??= this.#task.places ?? getPlaces(this.#task.path, this.#reading));
  }

  readonly #getTextPlaces = (): TextPlaces => (this.#textPlaces ??= getTextPlaces(this.#task.path, this.#task.isPart === true));

  /** Whether a value that is found by its name is one, in such a file. */
  readonly #isBelieved = (value: string): boolean => !isOfTool(this.origin) || isStrong(value);

  /** In what no person wrote names say nothing, or little. */
  #mayName(): boolean {
    return this.origin === undefined || isOfTool(this.origin);
  }
}

const isBundle = (origin: Origin | undefined): boolean => origin !== undefined && origin !== 'code';

/** Letters of ASCII need no escape: three of them in a row, or one within a word, are there to hide it. */
const hidesWord = /(?:%(?:[46][1-9A-Fa-f]|[57][\dAa])){3}|(?:\\(?:u00|x)(?:[46][1-9A-Fa-f]|[57][\dAa])){3}|(?:&#(?:x(?:[46][1-9A-Fa-f]|[57][\dAa])|6[5-9]|[78]\d|90|9[7-9]|1[01]\d|12[0-2]);){3}|(?<=[A-Za-z\d])\\u00(?:[46][1-9A-Fa-f]|[57][\dAa])\w/u;

const hyphen = 45;
const percent = 37;
const ampersand = 38;
const backslash = 92;
const letterX = 120;
const isWordCode = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;

const layerPlaces: readonly Place[] = ['text', 'test', 'setting'];

const isJavaScript = (path: string): boolean => /\.[cm]?[jt]sx?$/u.test(path);
