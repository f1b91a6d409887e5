import type { ReadAction, Reference } from '../core/reference.ts';
import type { GrantedText, ReadGrant } from '../core/read-grant.ts';
import { isGlobMatch } from '../iam/actions.ts';
import { isExample } from '../references/form.ts';
import { readName, toPattern } from '../references/name.ts';
import { mayIntersect, partOnly } from './intersect.ts';

/** Whether the statement's actions take in this one; one that only the deployment knows may be it. */
export const allows = ({ actions }: ReadGrant, action: ReadAction): boolean => actions.some(({ text }) => text === undefined || isGlobMatch(toPattern(text), action));

/** Whether the statement may be about what the reference names: open parts of either stand for anything. */
export const mayCover = ({ resources }: Pick<ReadGrant, 'resources'>, reference: Reference): boolean => resources.some((resource) => mayMeet(resource, toNames(reference)));

/** The same where enough of both names is written to be sure of it. */
export const doesCover = ({ resources }: Pick<ReadGrant, 'resources'>, reference: Reference): boolean => isTelling(readName(reference.name).path) && resources.some((resource) => isSure(resource) && mayMeet(resource, toNames(reference).map(toPartOnly)));

/** What a program fills in is mostly one part, such as the stage. */
const toPartOnly = (name: ArnPattern): ArnPattern => ({ ...name, resource: name.resource.replace(/\*(?!$)/gu, partOnly) });

/** Whether reading this path is authorised, which is asked for the path and not for what is below it. */
export const coversOwnPath = ({ resources }: ReadGrant, reference: Reference): boolean => resources.some((resource) => mayMeet(resource, toNames(reference).slice(0, 1)));

/** `/prod/shop/db` of the ARN of a parameter. */
export const getArnName = (text: string): string | undefined => /:parameter(?<name>\/[^]*)/u.exec(toPattern(text))?.groups?.['name'];

/** A hole in the name leaves open which parameter is meant; one in its Region or account does not. */
const isSure = (resource: GrantedText): boolean => resource.text !== undefined && (!resource.text.includes('${') || namesParameters(resource));

/** Not `*`, and not a hole alone. */
export const namesParameters = ({ text = '' }: GrantedText): boolean => isTelling(getArnName(text) ?? '');

const isTelling = (pattern: string): boolean => pattern.replace(/[*?/]/gu, '').length >= 3;

/** What a parameter's ARN says, or the pattern of one. */
interface ArnPattern {
  readonly region: string;
  readonly account: string;
  /** `parameter/…` */
  readonly resource: string;
  /** Of the resource, up to its first open part; most pairs of a large repository differ there. */
  readonly head: string;
}

function mayMeet(granted: GrantedText, names: readonly ArnPattern[]): boolean {
  const pattern = toGranted(granted);
  if (typeof pattern !== 'object') return pattern === undefined || names.some(({ region, account, resource }) => mayIntersect(pattern, `arn:*:ssm:${region}:${account}:${resource}`));
  return names.some((name) => mayBegin(pattern.head, name.head) && mayIntersect(pattern.resource, name.resource) && mayIntersect(pattern.region, name.region) && mayIntersect(pattern.account, name.account));
}

const mayBegin = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

const knownNames = new WeakMap<Reference, readonly ArnPattern[]>();

function toNames(reference: Reference): readonly ArnPattern[] {
  const known = knownNames.get(reference);
  if (known !== undefined) return known;
  const { path, arn } = readName(reference.name);
  const own = `parameter/${path.replace(/^\//u, '')}`;
  const trimmed = own.replace(/(?<!\/)\/+$/u, '');
  const names = (reference.isPath ? [trimmed, `${trimmed}/*`] : [own]).map((resource) => toArnPattern(arn?.region ?? reference.region ?? '*', arn?.account ?? '*', resource));
  knownNames.set(reference, names);
  return names;
}

const knownResources = new WeakMap<GrantedText, ArnPattern | string>();

/** A text where a star may stand for several parts of the ARN; undefined where only the deployment knows it. */
function toGranted(granted: GrantedText): ArnPattern | string | undefined {
  if (granted.text === undefined) return undefined;
  const known = knownResources.get(granted);
  if (known !== undefined) return known;
  const text = toPattern(granted.text);
  const [, , service = '', region = '', account = '', ...rest] = text.split(':');
  // a document's placeholder stands for the parameter that its code reads
  const pattern = service === 'ssm' && isExample(text) ? toArnPattern('*', '*', 'parameter/*') : rest.length > 0 && isGlobMatch(service, 'ssm') ? toArnPattern(region, account, rest.join(':')) : text;
  knownResources.set(granted, pattern);
  return pattern;
}

const toArnPattern = (region: string, account: string, resource: string): ArnPattern => ({ region, account, resource, head: resource.replace(/[*?][^]*/u, '').toLowerCase() });
