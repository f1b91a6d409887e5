import type { Reference } from '../core/reference.ts';
import { readName, toPattern, type Arn, type NameParts } from './name.ts';

/** Why no parameter or secret can have this name, and the name that was probably meant. */
export interface FormFault {
  readonly kind: FormFaultKind;
  /** A sentence without its subject: `has an empty part (//)`. */
  readonly reason: string;
  readonly meant?: string;
}

export type FormFaultKind =
  | 'double-slash'
  | 'missing-slash'
  | 'trailing-slash'
  | 'reserved-prefix'
  | 'too-deep'
  | 'too-long'
  | 'bad-character'
  | 'empty-version'
  | 'bad-label'
  | 'bad-account'
  | 'missing-region'
  | 'missing-suffix'
  | 'bad-arn';

/**
 * The rules for names of the Systems Manager User Guide ("Creating Parameter Store parameters") and of the Secrets Manager
 * User Guide; nothing is asked.
 */
export function judgeForm(reference: Reference): FormFault | undefined {
  const { name, service } = reference;
  if (name === '' || isExample(name)) return undefined;
  const parts = readName(name);
  const fault = (parts.arn === undefined ? undefined : judgeArn(parts.arn)) ?? (service === 'ssm' ? judgeParameter(parts, reference) : judgeSecret(parts, reference));
  if (fault === undefined) return undefined;
  return fault.meant === undefined || parts.arn === undefined ? fault : { kind: fault.kind, reason: fault.reason };
}

/** The resource of a policy, in which `*` and `?` stand for anything. */
export function judgeGrantedArn(text: string): FormFault | undefined {
  const name = toPattern(text);
  const { arn, path } = readName(name);
  if (arn === undefined || isExample(text.replace(/\$\{[^{}]{0,200}\}/gu, '*'))) return undefined;
  const fault = judgeArn(arn);
  if (fault !== undefined) return fault;
  if (arn.service === 'ssm' && path.includes('//')) return { kind: 'double-slash', reason: 'has an empty part (//)', meant: 'write one slash between the parts: the ARN of /a/b ends in parameter/a/b' };
  if (arn.service !== 'secretsmanager' || /[*?]$/u.test(path) || /-[A-Za-z\d*?]{6}$/u.test(path)) return undefined;
  return { kind: 'missing-suffix', reason: 'lacks the hyphen and six characters that Secrets Manager adds, so that it matches no secret', meant: 'end it in -?????? or in the full suffix' };
}

/** `arn:aws:ssm:region:account_id:parameter/parameter_name` of a document. */
export const isExample = (name: string): boolean => /[<>{}]|(?<![a-z])(?:your|example|placeholder)(?![a-z])|account[-_]?id|:region:|parameter[-_]name|secret[-_]name/iu.test(name);

function judgeArn({ service, region, account, resource }: Arn): FormFault | undefined {
  if (region === '') return { kind: 'missing-region', reason: 'is an ARN without its Region' };
  if (/^\d+$/u.test(account) && account.length !== 12) return { kind: 'bad-account', reason: `has an account of ${String(account.length)} digits; an account has 12` };
  // the slash may come with the name
  if (service === 'ssm' && !/^(?:parameter\/|(?:parameter)?\*)/u.test(resource)) return { kind: 'bad-arn', reason: 'is an ARN whose resource does not begin with "parameter/"' };
  // `sqlworkbench!*` stands in policies of AWS itself
  if (service === 'secretsmanager' && !/^(?:secret:|\*|[\w-]{1,60}!)/u.test(resource)) return { kind: 'bad-arn', reason: 'is an ARN whose resource does not begin with "secret:"' };
  return undefined;
}

function judgeParameter({ path, selector }: NameParts, { isPath }: Reference): FormFault | undefined {
  if (path.startsWith('/aws/reference/secretsmanager/')) return undefined;
  const tail = selector === undefined ? '' : `:${selector}`;
  if (/^\s|\s$|[^\w./*-]/u.test(path)) return { kind: 'bad-character', reason: 'has a character that no name has; letters, digits and _ . - / are allowed' };
  if (path.includes('//')) return { kind: 'double-slash', reason: 'has an empty part (//)', meant: path.replace(/\/{2,}/gu, '/') + tail };
  if (path.length > 1 && path.endsWith('/') && !isPath) return { kind: 'trailing-slash', reason: 'ends in a slash', meant: path.replace(/(?<!\/)\/+$/u, '') + tail };
  if (path.includes('/') && !/^[/*]/u.test(path)) return { kind: 'missing-slash', reason: 'has parts and no slash before the first one', meant: `/${path}${tail}` };
  if (/^\/?(?:aws|ssm)/iu.test(path) && !/^\/aws\/(?:service|reference)(?:\/|$)/u.test(path)) return { kind: 'reserved-prefix', reason: 'begins with "aws" or "ssm", which no own parameter may' };
  if (path.split('/').length - 1 > 15) return { kind: 'too-deep', reason: 'has more than 15 parts' };
  if (path.length > 1011) return { kind: 'too-long', reason: 'is longer than 1,011 characters' };
  return selector === undefined ? undefined : judgeSelector(selector, path);
}

/** A version is a number; a label begins with no digit (API_LabelParameterVersion in the API reference). */
function judgeSelector(selector: string, path: string): FormFault | undefined {
  if (selector === '') return { kind: 'empty-version', reason: 'ends in a colon without a version', meant: path };
  if (/^\d+$|^\*$/u.test(selector) || selector.includes('*')) return undefined;
  if (!/^[A-Za-z_.-][\w.-]{0,99}$/u.test(selector) || /^(?:aws|ssm)/iu.test(selector)) return { kind: 'bad-label', reason: 'has a label that no version can have' };
  return undefined;
}

/** A full ARN ends in a hyphen and six characters that Secrets Manager adds ("What's in a secret"). */
function judgeSecret({ arn, path }: NameParts, { reader }: Reference): FormFault | undefined {
  // `rds!cluster-…`: secrets that a service of AWS keeps
  if (!/^[\w/+=.@!*?-]*$/u.test(path)) return { kind: 'bad-character', reason: 'has a character that no secret’s name has' };
  // GetSecretValue finds a secret by a part of its ARN
  if (reader !== 'execution' || arn === undefined || /[*?]$/u.test(path) || /-[A-Za-z\d*?]{6}$/u.test(path)) return undefined;
  return { kind: 'missing-suffix', reason: 'is an ARN without the hyphen and six characters that Secrets Manager adds; only the full ARN is sure to be found here' };
}
