import type { Problem, Severity } from '../core/problem.ts';
import type { PolicySite } from '../core/sites/policy.ts';
import { expandAction, getService, isGlobMatch, isKeyAction, isParameterAction, isUnscopable, secretBearingActions, type SecretService } from './actions.ts';
import { isNarrowing } from './conditions.ts';
import type { Pattern, Statement } from './policy.ts';
import { getReach, type Reach } from './resources.ts';

/** Where the statement stands, for edits. */
export interface Carrier {
  readonly format: PolicySite['format'];
  /** Why no edit is safe there. */
  readonly refusal?: string;
}

/**
 * One problem for each resource of an identity policy's statement that takes in every secret. Statements with a principal
 * are a resource's own policy, where `*` means this resource.
 */
export function judgeStatement(statement: Statement, carrier: Carrier): Problem[] {
  if (statement.effect !== 'allow' || statement.hasPrincipal || statement.isOpen) return [];
  const grants = getGrants(statement);
  if (grants.length === 0) return [];
  const problems = statement.resources.flatMap((resource) => judgeResource(resource, grants, statement, carrier));
  return [...problems, ...judgeNotResources(grants, statement)];
}

/** A secret-bearing action with the pattern that names it. */
interface Grant {
  readonly action: string;
  readonly service: SecretService;
  /** As written; undefined where `NotAction` leaves the action in. */
  readonly pattern: string | undefined;
}

function getGrants(statement: Statement): Grant[] {
  const named = statement.actions.flatMap(({ text }) => (text === undefined ? [] : expandAction(text).map((action) => toGrant(action, text))));
  const isExcepted = (action: string): boolean => statement.notActions.some(({ text }) => text !== undefined && isGlobMatch(text, action));
  const left = statement.notActions.length === 0 ? [] : secretBearingActions.filter((action) => !isExcepted(action)).map((action) => toGrant(action, undefined));
  return [...named, ...left].filter(({ service }) => !statement.conditions.some((condition) => isNarrowing(condition, service)));
}

const toGrant = (action: string, pattern: string | undefined): Grant => ({ action, pattern, service: getService(action) as SecretService });

function judgeResource(resource: Pattern, grants: readonly Grant[], statement: Statement, carrier: Carrier): Problem[] {
  const { text } = resource;
  if (text === undefined) return [];
  const reached = grants.flatMap((grant) => {
    const reach = getReach(text, grant.service);
    return reach === undefined ? [] : [{ grant, reach }];
  });
  if (reached.length === 0) return [];
  const offending = reached.map(({ grant }) => grant);
  const isBounded = reached.every(({ reach }) => reach === 'bounded');
  return [
    {
      ...getCommon(offending, isBounded ? 'bounded' : 'everything'),
      range: resource.range,
      message: `Granting ${describeGrants(offending)} on "${shorten(text)}" opens ${describeSecrets(offending)}${isBounded ? ' of a region or account' : ''}.`,
      site: getSite(resource, offending, statement, carrier),
    },
  ];
}

/** `NotResource` grants all that it does not name. */
function judgeNotResources(grants: readonly Grant[], { notResources }: Statement): Problem[] {
  const [first] = notResources;
  if (first === undefined) return [];
  const left = grants.filter(({ service }) => !notResources.some(({ text }) => text !== undefined && getReach(text, service) !== undefined));
  if (left.length === 0) return [];
  const message = `Granting ${describeGrants(left)} on all but what NotResource names opens ${describeSecrets(left)} that is not named.`;
  return [{ ...getCommon(left, 'everything'), range: first.range, message }];
}

const getCommon = (grants: readonly Grant[], reach: Reach): Pick<Problem, 'ruleId' | 'kind' | 'severity' | 'secretRanges' | 'subject'> => ({
  ruleId: 'no-wildcard-resource',
  kind: 'wildcard-resource',
  severity: getSeverity(reach),
  secretRanges: [],
  subject: { name: grants[0]?.action ?? '', path: [] },
});

const getSeverity = (reach: Reach): Severity => (reach === 'everything' ? 'high' : 'medium');

/** Actions as written; what a pattern stands for follows in brackets. */
function describeGrants(grants: readonly Grant[]): string {
  const patterns = [...new Set(grants.map(({ pattern }) => pattern))];
  return joinWords(
    patterns.map((pattern) => {
      const actions = [...new Set(grants.filter((grant) => grant.pattern === pattern).map(({ action }) => action))];
      if (pattern === undefined) return joinWords(actions);
      return /[*?]/u.test(pattern) ? `${shorten(pattern)} (${joinWords(actions)})` : (actions[0] ?? pattern);
    }),
  );
}

function describeSecrets(grants: readonly Grant[]): string {
  const titles = { ssm: 'every parameter', secretsmanager: 'every secret', kms: 'what every KMS key protects' } as const;
  return joinWords([...new Set(grants.map(({ service }) => titles[service]))]);
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
};

function getSite(resource: Pattern, offending: readonly Grant[], statement: Statement, carrier: Carrier): PolicySite {
  const written = statement.actions.flatMap(({ text }) => (text === undefined ? [] : [text]));
  const hasUnknown = written.length < statement.actions.length || statement.notActions.length > 0;
  const refusal = carrier.refusal ?? (hasUnknown ? 'Write the granted actions out first: not all of them can be seen here.' : undefined);
  return {
    carrier: 'policy',
    format: carrier.format,
    range: resource.range,
    layout: resource.layout,
    services: [...new Set([...offending.map(({ service }) => service), ...getServed(written, resource.text ?? '')])],
    unscopableActions: written.filter(isUnscopable),
    otherActions: written.filter((action) => !isParameterAction(action) && !isKeyAction(action) && !isUnscopable(action)),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** What else of the statement rests on the resource: `kms:Encrypt`, or a narrowed `kms:Decrypt`, must not lose its key. */
function getServed(actions: readonly string[], resource: string): readonly SecretService[] {
  const served: readonly SecretService[] = [...(actions.some(isParameterAction) ? (['ssm'] as const) : []), ...(actions.some(isKeyAction) ? (['kms'] as const) : [])];
  return served.filter((service) => getReach(resource, service) !== undefined);
}
