import type { Config } from '../core/config.ts';
import { toFindings, type Finding } from '../core/finding.ts';
import { splitWords } from '../core/names.ts';
import { getEnvironment, getMappedName, isParameterName } from '../core/parameter-names.ts';
import type { Subject } from '../core/problem.ts';
import { Secret } from '../core/secret.ts';
import type { Present } from '../core/store.ts';
import { getStoredValue } from '../core/stored-value.ts';
import type { Policy } from '../core/suppressions/policy.ts';
import { UserError } from '../io/errors.ts';
import { planProblem } from '../planning.ts';
import type { Target } from './push-target.ts';

export interface Place extends Target {
  readonly root: string;
  readonly config: Config;
  readonly policy: Policy;
}

/** A secret of the file and the parameter that is to hold it. */
export interface Item {
  readonly finding: Finding;
  /** Empty where no name can be made. */
  readonly name: string;
  /** What the parameter must hold, which can be more than the secret itself: the URL around a password. */
  readonly secret: Secret;
  /** Why it is not stored. */
  readonly refusal?: string;
}

/** Throws `UserError` where the target names no secret, or one name is given for several. */
export function findItems(place: Place, name: string | undefined): Item[] {
  const findings = findFindings(place);
  if (name !== undefined && findings.length > 1) throw new UserError(`--name is for one secret, and there are ${String(findings.length)} here: ${describePlaces(findings)}`);
  if (place.line !== undefined && findings.length > 1) throw new UserError(`there are ${String(findings.length)} secrets in this line: name one as ${describePlaces(findings)}`);
  const items = findings.map((finding) => toItem(place, finding, name));
  return items.map((item) => (hasRival(item, items) ? { ...item, refusal: `other values of this file would go to ${item.name} too; say under "map" in the config which goes where` } : item));
}

function findFindings({ file, line, column, policy }: Place): Finding[] {
  const all = toFindings(file.source, file.problems.filter(({ secret }) => secret !== undefined), policy);
  const findings = all.filter(({ start, suppression }) => (line === undefined ? suppression === undefined : start.line === line && (column === undefined || start.column === column)));
  if (findings.length === 0) throw new UserError(`no secret was found in ${file.source.path}${line === undefined ? '' : `:${String(line)}`}; run "paramguard scan ${file.source.path}" to see where they are`);
  return findings;
}

const describePlaces = (findings: readonly Finding[]): string => findings.map(({ path, start }) => `${path}:${String(start.line)}:${String(start.column)}`).join(', ');

function toItem(place: Place, finding: Finding, given: string | undefined): Item {
  const unread = { finding, secret: finding.problem.secret ?? new Secret('') };
  const named = chooseName(place, finding.problem.subject, given);
  if ('refusal' in named) return { ...unread, name: '', ...named };
  const { remedy } = referTo(place, finding, named.name, imagine(named.name));
  if (remedy.state === 'none') return { ...unread, ...named, refusal: remedy.reason };
  const secret = getStoredValue(place.file.source.text, finding.problem, remedy.edits);
  return typeof secret === 'string' ? { ...unread, ...named, refusal: secret } : { finding, ...named, secret };
}

const hasRival = ({ name, secret, refusal }: Item, items: readonly Item[]): boolean => refusal === undefined && items.some((other) => other.refusal === undefined && other.name === name && !other.secret.isSame(secret));

type Named = { readonly name: string } | { readonly refusal: string };

function chooseName({ config, file }: Place, subject: Subject | undefined, given: string | undefined): Named {
  const known = given ?? (subject === undefined ? undefined : getMappedName(config.map, subject));
  if (known !== undefined) return checkName(known);
  if (subject === undefined) return { refusal: 'nothing names it: say with --name where to store it' };
  if (config.prefix === '') return { refusal: 'set "prefix" in the config to the project’s part of Parameter Store, such as /prod/shop, or say with --name where to store it' };
  const [ofFile, ofPrefix] = [getEnvironment(file.source.path), getEnvironment(config.prefix)];
  if (ofFile !== undefined && ofPrefix !== undefined && ofFile !== ofPrefix) return { refusal: `the file is for ${ofFile} and the prefix ${config.prefix} for ${ofPrefix}: say with --name or under "map" where to store it` };
  return checkName(`${config.prefix}${derive(subject)}`);
}

/** `DB_PASSWORD` becomes `db-password`, and `config.db.password` too. */
function derive({ name, path }: Subject): string {
  const words = splitWords(name);
  return [...(words.length === 1 ? splitWords(path.at(-1) ?? '') : []), ...words].join('-');
}

function checkName(name: string): Named {
  if (!isParameterName(name)) return { refusal: 'its name makes no parameter name: say with --name where to store it, such as /prod/shop/db-password' };
  return /^\/?(?:aws|ssm)/iu.test(name) ? { refusal: `AWS keeps names that begin like ${name} for itself: choose one that begins with neither aws nor ssm` } : { name };
}

/** The findings of the file, as it is now, that this parameter stands for, each with its edit. */
export const refer = (place: Place, { finding: { problem }, name }: Item, parameter: Present): Finding[] =>
  toFindings(place.file.source, place.file.problems, place.policy)
    .filter((finding) => finding.problem.ruleId === problem.ruleId && finding.problem.subject?.name === problem.subject?.name && isSameSecret(finding.problem.secret, problem.secret) && isWanted(place, finding))
    .map((finding) => referTo(place, finding, name, parameter));

const isSameSecret = (a: Secret | undefined, b: Secret | undefined): boolean => a !== undefined && b !== undefined && a.isSame(b);

/** A line that is named is meant alone; edits of a whole file may move lines. */
const isWanted = ({ line }: Place, { start }: Finding): boolean => line === undefined || start.line === line;

/** Plans as if the config's map said the name, for this finding alone. */
function referTo({ root, config, file }: Place, finding: Finding, name: string, parameter: Present): Finding {
  const subject = finding.problem.subject ?? { name: 'secret', path: [] };
  const planning = { root, config: { ...config, map: { [subject.name]: name } }, knowledge: { answers: new Map([[name, parameter]]), found: [] } };
  return { ...finding, remedy: planProblem({ ...finding.problem, subject }, file, planning) };
}

/** The parameter as it will be. */
const imagine = (name: string): Present => ({ state: 'present', parameter: { name, type: 'SecureString', version: 1 }, evidence: { checkedAt: 0, region: '' } });
