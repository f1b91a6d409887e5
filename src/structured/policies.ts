import type { Problem } from '../core/problem.ts';
import { getKeys, getText, getValue, isCursorOn, walkTree, type Cursor, type MapTree, type Tree } from '../core/tree.ts';
import { mayHoldPolicy, readPatterns, readStatement, type Statement } from '../iam/policy.ts';
import { judgeStatement } from '../iam/verdict.ts';
import { getResourceProperty, getResourceType } from './cloudformation.ts';
import type { StructuredFile } from './document.ts';

/** Grants of the policy statements anywhere in a document, but for those that grant nothing by themselves. */
export function findPolicyProblems(file: StructuredFile, root: Tree): Problem[] {
  if (!mayHoldPolicy(file.text) || isBoundaryPath(file.path)) return [];
  return [...findStatements(root)].flatMap(({ statement, template }) =>
    judgeStatement(statement, { format: file.format, ...(template === undefined ? {} : { refusal: `Give ${template} the name of the parameters that the function reads.` }) }),
  );
}

/** A statement with its place; `template` is the policy template of AWS SAM that stands for it. */
export interface PlacedStatement {
  readonly statement: Statement;
  readonly cursor: Cursor<MapTree>;
  readonly template?: string;
}

export function* findStatements(root: Tree): Generator<PlacedStatement> {
  const boundaries = getBoundaryIds(root);
  for (const cursor of walkTree(root)) {
    if (!isCursorOn(cursor, 'map') || isNoGrant(cursor, boundaries)) continue;
    const statement = readStatement(cursor.node);
    if (statement !== undefined) yield { statement, cursor };
    yield* readPolicyTemplates(cursor);
  }
}

export const isBoundaryPath = (path: string): boolean => /(?:^|[/._-])(?:scps?|rcps?|service[_-]?control[\w-]{0,80}|(?:permissions?[_-]?)?boundar(?:y|ies))(?:[/._-]|$)/iu.test(path);

/** Policies of resources and of organizations, trust policies and permissions boundaries. */
function isNoGrant(cursor: Cursor<MapTree>, boundaries: ReadonlySet<string>): boolean {
  const keys = getKeys(cursor);
  if (keys.some((key) => isNoGrantKey(key) || boundaries.has(key))) return true;
  const resourceType = getResourceProperty(cursor)?.resourceType;
  return resourceType !== undefined && !/^AWS::(?:IAM|SSO|Serverless)::|^Custom::/u.test(resourceType);
}

const isNoGrantKey = (key: string): boolean =>
  /^(?:KeyPolicy|BucketPolicy|QueuePolicy|TopicPolicy|(?:Assume|Trust)[A-Za-z]*Policy(?:Document)?|Resource(?:Based)?Policy|RepositoryPolicy(?:Text)?|ServiceControlPolicy)$/iu.test(key) || /boundar(?:y|ies)/iu.test(key);

/** Logical ids that a `PermissionsBoundary` of the template refers to. */
function getBoundaryIds(root: Tree): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { key, node } of walkTree(root)) {
    if (key !== 'PermissionsBoundary') continue;
    const id = node.kind === 'scalar' ? node.text : getText(getValue(node, 'Ref'));
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

const regional = (service: string): string => `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:`;

/** Policy templates of AWS SAM whose argument is the resource (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html). */
const policyTemplates: Readonly<Record<string, { readonly argument: string; readonly actions: readonly string[]; readonly arn: string }>> = {
  SSMParameterReadPolicy: { argument: 'ParameterName', actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'], arn: `${regional('ssm')}parameter/` },
  SSMParameterWithSlashPrefixReadPolicy: { argument: 'ParameterName', actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'], arn: `${regional('ssm')}parameter` },
  AWSSecretsManagerGetSecretValuePolicy: { argument: 'SecretArn', actions: ['secretsmanager:GetSecretValue'], arn: '' },
  KMSDecryptPolicy: { argument: 'KeyId', actions: ['kms:Decrypt'], arn: `${regional('kms')}key/` },
};

function readPolicyTemplates(cursor: Cursor<MapTree>): PlacedStatement[] {
  if (getResourceType(cursor.parent?.parent?.parent?.node)?.startsWith('AWS::Serverless::') !== true || cursor.parent?.key !== 'Policies') return [];
  return cursor.node.entries.flatMap(({ key, value }) => {
    const template = policyTemplates[key];
    return template === undefined ? [] : [{ statement: toStatement(template, value), cursor, template: key }];
  });
}

function toStatement({ argument, actions, arn }: { argument: string; actions: readonly string[]; arn: string }, value: Tree): Statement {
  const resources = readPatterns(value, argument).map((pattern) => (pattern.text === undefined ? pattern : { ...pattern, text: arn + pattern.text }));
  const named = actions.map((text) => ({ text, range: value.range, layout: 'single' as const }));
  return { effect: 'allow', actions: named, notActions: [], resources, notResources: [], hasPrincipal: false, conditions: [], isOpen: false, range: value.range };
}
