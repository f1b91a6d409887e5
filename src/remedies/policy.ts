import { getPartition } from '../core/grant.ts';
import type { Proposal, Remedy, RemedyRequest } from '../core/remedy.ts';
import type { PolicySite } from '../core/sites/policy.ts';
import type { Evidence, Present } from '../core/store.ts';

/** A resource that takes in every secret becomes the ARNs of what the project's prefix holds. */
export const policy: Remedy<PolicySite> = {
  carrier: 'policy',
  needs: 'prefix',
  propose(request): Proposal {
    const reason = getStatementObstacle(request.site);
    if (reason !== undefined) return { edits: undefined, reason };
    const arns = getArns(request);
    if (typeof arns === 'string') return { edits: undefined, reason: arns };
    return {
      edits: [{ range: request.site.range, text: write(arns, request) }],
      title: `grant ${arns.join(', ')} only`,
      note: `${String(request.parametersBelowPrefix.length)} parameters are below ${request.project.prefix}.`,
    };
  },
};

/** Actions that would lose their effect on a parameter's ARN. */
function getStatementObstacle({ refusal, services, unscopableActions, otherActions }: PolicySite): string | undefined {
  if (refusal !== undefined) return refusal;
  if (unscopableActions.includes('*')) return 'The statement grants every action: name the actions that the program calls, then their resources.';
  if (services.includes('secretsmanager')) return 'Name the ARN of each secret, with "-??????" for the six characters that Secrets Manager adds.';
  if (unscopableActions.length > 0) return `Move ${unscopableActions.join(', ')} to a statement of its own: it takes no resource but "*", and the rest can then be narrowed.`;
  return otherActions.length > 0 ? `Move ${otherActions.join(', ')} to a statement of its own, so that the resource can be narrowed for the rest.` : undefined;
}

/** Or the reason why they cannot be told. */
function getArns({ site, parametersBelowPrefix: known, project: { prefix } }: RemedyRequest<PolicySite>): string[] | string {
  if (prefix === '') return "Set the prefix of the project's parameters in the config, so that the resource can be told.";
  const [first, ...others] = known;
  if (first === undefined) return `The store confirmed no parameter below ${prefix}: name the exact ARNs.`;
  const { account, region } = first.evidence;
  if (account === undefined) return 'The store did not tell the account: run "paramguard sync" with a profile that may.';
  if (others.some(({ evidence }) => evidence.account !== account || evidence.region !== region)) return `Parameters below ${prefix} are in several regions or accounts: name the exact ARNs.`;
  const parameters = site.services.includes('ssm') ? [toArn('ssm', { ...first.evidence, account }, `parameter/${prefix.replace(/^\//u, '')}*`)] : [];
  const keys = site.services.includes('kms') ? getKeyArns(known, { ...first.evidence, account }) : [];
  return typeof keys === 'string' ? keys : [...parameters, ...keys];
}

/** IAM takes no alias for a key. */
function getKeyArns(known: readonly Present[], evidence: Evidence & { account: string }): string[] | string {
  const ids = [...new Set(known.filter(({ parameter }) => parameter.type === 'SecureString').map(({ parameter }) => parameter.keyId))];
  if (ids.length === 0) return 'No SecureString is below the prefix: take kms:Decrypt out of the statement.';
  if (ids.every((id) => id === 'alias/aws/ssm')) return 'The parameters use the key alias/aws/ssm, which needs no grant: take kms:Decrypt out of the statement.';
  const arns = [...new Set(ids.map((id) => toKeyArn(id, evidence)))];
  return arns.every((arn) => arn !== undefined) ? arns : 'The store knows the KMS keys by alias only: name the ARNs of the keys.';
}

function toKeyArn(id: string | undefined, evidence: Evidence & { account: string }): string | undefined {
  if (id === undefined) return undefined;
  if (/^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/u.test(id)) return id;
  return /^(?:mrk-[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/iu.test(id) ? toArn('kms', evidence, `key/${id}`) : undefined;
}

const toArn = (service: string, { region, account }: Evidence & { account: string }, resource: string): string =>
  `arn:${getPartition(region)}:${service}:${region}:${account}:${resource}`;

/** As one value, a list, or further items of the list that is there. */
function write(arns: readonly string[], { site, text }: RemedyRequest<PolicySite>): string {
  const source = text.slice(...site.range);
  const quote = /["'`]/u.exec(source)?.[0] ?? (site.format === 'javascript' ? "'" : '"');
  const values = arns.map((arn) => quote + arn + quote);
  if (site.layout === 'block-item') return values.join(`${text.includes('\r\n') ? '\r\n' : '\n'}${getIndent(text, site.range[0])}- `);
  if (site.layout === 'flow-item' || values.length === 1) return values.join(', ');
  return `[${values.join(', ')}]`;
}

function getIndent(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return ' '.repeat(Math.max(0, line.lastIndexOf('-')));
}
