import type { RuleId } from '../core/catalogue.ts';
import { describePlace } from '../core/evidence.ts';
import type { ReferenceOutcome, RemedyOutcome } from '../core/finding.ts';
import { getNameKind } from '../core/names.ts';
import { getNearNames } from '../core/near-names.ts';
import type { Knowledge } from '../core/plan.ts';
import type { Problem, Severity } from '../core/problem.ts';
import type { Reference } from '../core/reference.ts';
import type { Absent, Evidence, Present, Unknown } from '../core/store.ts';
import { judgeForm, type FormFault } from './form.ts';
import { isPattern, readName, showName, toMatcher, toStoreName } from './name.ts';
import { toReferenceProblem } from './problem.ts';
import { findLackingStages, getStageNames } from './stages.ts';

export interface CheckedReference {
  readonly reference: Reference;
  readonly outcome: ReferenceOutcome;
  /** One line for `denied` and `unverified`: why nothing is known. */
  readonly reason?: string;
  readonly evidence?: Evidence;
  readonly present?: Present;
}

/** A problem of a reference with its way out. */
export interface ReferenceFinding {
  readonly problem: Problem;
  readonly remedy: RemedyOutcome;
}

export interface Judgement {
  readonly checked: CheckedReference;
  readonly findings: readonly ReferenceFinding[];
}

/** Judges one reference: its form, whether it exists, and whether what is stored fits the way in which it is read. */
export function judgeReference(reference: Reference, knowledge: Knowledge): Judgement {
  const fault = judgeForm(reference);
  if (fault !== undefined) return { checked: { reference, outcome: 'malformed' }, findings: [toFormFinding(reference, fault, knowledge)] };
  const name = toStoreName(reference);
  const judgement = name === undefined ? judgePattern(reference, knowledge) : judgeAnswer(reference, name, knowledge);
  return { ...judgement, findings: [...judgement.findings, ...judgeReading(reference, judgement.checked.present)] };
}

const none = (reason: string, near: readonly string[] = []): RemedyOutcome => ({ state: 'none', reason, near });

function toFinding(reference: Reference, ruleId: RuleId, kind: string, severity: Severity, message: string, remedy: RemedyOutcome): ReferenceFinding {
  return { problem: toReferenceProblem({ ruleId, kind, severity, range: reference.range, message }), remedy };
}

function toFormFinding(reference: Reference, { kind, reason, meant }: FormFault, { answers }: Knowledge): ReferenceFinding {
  const severity = kind === 'missing-suffix' ? 'medium' : 'high';
  const answer = meant === undefined ? undefined : answers.get(meant);
  const remedy =
    answer?.state === 'present' && meant !== undefined
      ? rename(reference, meant, answer)
      : none(meant === undefined ? 'correct the name; it is that of the parameter in the console or in `aws ssm describe-parameters`' : `it was probably meant to be ${showName(meant)}; correct it`);
  return toFinding(reference, 'no-malformed-reference', kind, severity, `${toSubject(reference.name)} ${reason}.`, remedy);
}

const toSubject = (name: string): string => (showName(name) === name ? `The name ${name}` : 'This name');

const rename = ({ range, isVerbatim }: Reference, name: string, parameter: Present): RemedyOutcome =>
  isVerbatim ? { state: 'offered', title: `use ${name}`, edits: [{ range, text: name }], parameter } : none(`it is stored as ${name}; correct it where the name is put together`, [name]);

function judgeAnswer(reference: Reference, name: string, knowledge: Knowledge): Judgement {
  const answer = knowledge.answers.get(name);
  if (answer === undefined) return { checked: { reference, outcome: 'unverified', reason: 'the store was not asked' }, findings: [] };
  if (answer.state === 'unknown') return { checked: toUnverified(reference, answer), findings: [] };
  if (isElsewhere(reference, answer.evidence)) return { checked: { reference, outcome: 'unverified', reason: `${answer.evidence.region} was asked, and the file names another Region` }, findings: [] };
  if (answer.state === 'absent') return judgeAbsent(reference, knowledge, answer);
  return judgePresent(reference, answer, knowledge);
}

/** The file names a Region that is not the store's. */
const isElsewhere = ({ region }: Reference, evidence: Evidence): boolean => region !== undefined && evidence.region !== '' && region !== evidence.region;

const toUnverified = (reference: Reference, { reason, detail }: Unknown): CheckedReference => ({ reference, outcome: reason === 'denied' ? 'denied' : 'unverified', reason: detail });

function judgeAbsent(reference: Reference, knowledge: Knowledge, { what, parameter, evidence }: Absent): Judgement {
  const { path, selector, arn } = readName(reference.name);
  if (parameter !== undefined && (what === 'version' || what === 'label')) return judgeVersion(reference, { state: 'present', parameter, evidence }, what, selector ?? '');
  if (knowledge.declared?.has(path) === true) return { checked: { reference, outcome: 'declared', evidence }, findings: [] };
  if (reference.isOptional === true) return { checked: { reference, outcome: 'open', evidence }, findings: [] };
  const noun = reference.service === 'ssm' ? 'parameter' : 'secret';
  const place = describePlace(evidence);
  const message = what === 'deleted' ? `The secret ${showName(reference.name)} in ${place} is scheduled for deletion and cannot be read.` : `There is no ${noun} ${showName(reference.name)} in ${place}.`;
  const near = arn === undefined ? getNearNames(path, knowledge.found.map((present) => present.parameter.name)) : [];
  const [twin] = near.filter((other) => other.toLowerCase() === path.toLowerCase());
  const present = knowledge.found.find((other) => other.parameter.name === twin);
  const remedy = present === undefined ? none(what === 'deleted' ? 'restore the secret or name another one' : `create the ${noun} or correct the name`, near) : rename(reference, present.parameter.name + (selector === undefined ? '' : `:${selector}`), present);
  return { checked: { reference, outcome: 'missing', evidence }, findings: [toFinding(reference, 'no-unknown-parameter', `missing-${noun}`, 'high', message, remedy)] };
}

function judgeVersion(reference: Reference, present: Present, what: 'version' | 'label', selector: string): Judgement {
  const { name, version } = present.parameter;
  const { evidence } = present;
  const message = `The parameter ${showName(name)} has no ${what} ${showName(selector)} in ${describePlace(evidence)}.`;
  const latest = version === undefined ? '' : `; the latest version is ${String(version)}`;
  return {
    checked: { reference, outcome: 'wrong-version', evidence, present },
    findings: [toFinding(reference, 'no-unknown-parameter', `missing-${what}`, 'high', message, none(`correct the ${what}, or leave it out to read the latest value${latest}`))],
  };
}

/** A name that is there for one stage or in one Region only. */
function judgeCopies(reference: Reference, { answers, copies }: Knowledge): ReferenceFinding[] {
  const { path, arn } = readName(reference.name);
  if (copies === undefined || arn !== undefined || reference.service !== 'ssm') return [];
  const stages = getStageNames(path, copies.stages).filter((name) => answers.get(name)?.state === 'absent');
  const places = copies.replicas.filter(({ names }) => !names.has(path)).map(({ place }) => place);
  const toMissing = (kind: string, message: string): ReferenceFinding => toFinding(reference, 'no-unknown-parameter', kind, 'medium', message, none('create it there too, or take the stage or inventory out of the config'));
  return [
    ...(stages.length === 0 ? [] : [toMissing('missing-in-stage', `The parameter ${showName(path)} is there, and ${stages.map(showName).join(', ')} ${stages.length === 1 ? 'is' : 'are'} not.`)]),
    ...(places.length === 0 ? [] : [toMissing('missing-in-region', `The parameter ${showName(path)} is missing in ${places.join(', ')}.`)]),
  ];
}

function judgePresent(reference: Reference, present: Present, knowledge: Knowledge): Judgement {
  const { type, name } = present.parameter;
  const checked: CheckedReference = { reference, outcome: 'verified', evidence: present.evidence, present };
  const wrong = getWrongType(reference, type);
  if (wrong === undefined) return { checked, findings: judgeCopies(reference, knowledge) };
  const finding = toFinding(reference, 'no-unresolved-reference', 'wrong-type', 'high', `The parameter ${showName(name)} is a ${type}, and ${wrong}.`, none(getTypeAdvice(type)));
  return { checked: { ...checked, outcome: 'wrong-type' }, findings: [finding] };
}

function getWrongType({ takes }: Reference, type: string): string | undefined {
  if (takes === 'plain' && type === 'SecureString') return 'this reference resolves only String and StringList';
  return takes === 'secure' && (type === 'String' || type === 'StringList') ? 'this reference resolves only a SecureString' : undefined;
}

const getTypeAdvice = (type: string): string =>
  type === 'SecureString' ? 'use `resolve:ssm-secure` where the property allows it, or let the program read it when it starts' : 'delete the parameter and create it again as SecureString, or use `resolve:ssm` if it is no secret';

/** What a name with open parts can stand for, as far as the store lists it. */
function judgePattern(reference: Reference, knowledge: Knowledge): Judgement {
  if (knowledge.unknown !== undefined) return { checked: toUnverified(reference, knowledge.unknown), findings: [] };
  const { path, arn } = readName(reference.name);
  const open = { checked: { reference, outcome: 'open' as const }, findings: [] };
  if (reference.service !== 'ssm' || arn !== undefined || getFixedLength(path) < 4 || isPublic(path)) return open;
  const pattern = reference.isPath ? `${path.replace(/(?<!\/)\/+$/u, '')}/*` : path;
  const matcher = toMatcher(pattern);
  const [match, ...others] = knowledge.found.filter(({ parameter }) => matcher.test(parameter.name));
  if (match !== undefined) {
    const checked: CheckedReference = { reference, outcome: 'verified', evidence: match.evidence, ...(others.length === 0 ? { present: match } : {}) };
    return { checked, findings: isPattern(path) ? judgeStages(reference, path, knowledge) : [] };
  }
  const { evidence } = knowledge;
  if (reference.isOptional === true || evidence === undefined || knowledge.found.length >= searchLimit) return open;
  const place = describePlace(evidence);
  const message = reference.isPath ? `Nothing is stored below ${showName(path)} in ${place}.` : `No parameter has a name like ${showName(path)} in ${place}.`;
  const near = getNearNames(path, knowledge.found.map(({ parameter }) => parameter.name));
  return { checked: { reference, outcome: 'missing', evidence }, findings: [toFinding(reference, 'no-unknown-parameter', 'missing-parameter', 'medium', message, none('create the parameters or correct the name', near))] };
}

/** Parameters of AWS itself, which no search lists (Systems Manager User Guide, "Working with public parameters"). */
const isPublic = (path: string): boolean => /^\/aws\/(?:service|reference)(?:\/|$)/u.test(path);

/** Of `ParameterStore.search`: what is beyond it was not seen. */
const searchLimit = 200;

const getFixedLength = (pattern: string): number => pattern.replace(/[*/]/gu, '').length;

function judgeStages(reference: Reference, pattern: string, { found }: Knowledge): ReferenceFinding[] {
  const lacking = findLackingStages(pattern, found.map(({ parameter }) => parameter.name));
  if (lacking.length === 0) return [];
  const message = `The parameter ${showName(pattern)} is missing for ${lacking.map(showName).join(', ')}, where others of its path are stored.`;
  return [toFinding(reference, 'no-unknown-parameter', 'missing-in-stage', 'medium', message, none('create it there too, or leave the stage out'))];
}

/** Whether the value arrives decrypted, and whether it is encrypted where it lies. */
function judgeReading(reference: Reference, present: Present | undefined): ReferenceFinding[] {
  const { path } = readName(reference.name);
  if (reference.isPath || reference.service !== 'ssm') return [];
  const last = path.split('/').at(-1) ?? '';
  const isSecret = getNameKind(last) !== undefined || (reference.subject !== undefined && getNameKind(reference.subject.name) !== undefined);
  const type = present?.parameter.type;
  if (isSecret && (type === 'String' || type === 'StringList')) {
    const remedy = none('delete it and create it again as SecureString; the type of a parameter cannot be changed');
    return [toFinding(reference, 'no-plaintext-parameter', 'plain-string', 'high', `The parameter ${showName(path)} is a ${type}, which is not encrypted.`, remedy)];
  }
  if (reference.decryption !== 'absent' || (type === undefined ? !isSecret : type !== 'SecureString')) return [];
  const { correction } = reference;
  const proof = type === undefined ? 'sounds like a SecureString' : 'is a SecureString';
  const remedy: RemedyOutcome = correction === undefined ? none('ask for the decrypted value') : { state: 'offered', title: correction.title, edits: correction.edits, ...(present === undefined ? {} : { parameter: present }) };
  return [toFinding(reference, 'no-undecrypted-parameter', 'undecrypted-read', type === undefined ? 'medium' : 'high', `The parameter ${showName(path)} ${proof} and is read without decryption.`, remedy)];
}
