import type { Reference } from '../core/reference.ts';

/** What one role has to be allowed. */
export interface RolePolicy {
  readonly role: Role;
  readonly statements: readonly PolicyStatement[];
}

/** The program's own role, that of the agent that starts it (ECS, App Runner), or of whoever deploys or builds. */
export type Role = Reference['reader'];

export interface PolicyStatement {
  /** Letters and digits, unique in the document. */
  readonly sid: string;
  readonly actions: readonly string[];
  /** `*` for an action that takes nothing else. */
  readonly resources: readonly GrantedArn[] | '*';
  readonly conditions: readonly GrantCondition[];
}

/** An ARN of which region and account are undefined where the store did not tell them; formats write what stands for them. */
export interface GrantedArn {
  readonly service: 'ssm' | 'secretsmanager' | 'kms';
  readonly region: string | undefined;
  readonly account: string | undefined;
  /** `parameter/prod/shop/db`, `secret:prod/db-??????`, `key/…` */
  readonly resource: string;
}

export interface GrantCondition {
  readonly operator: string;
  readonly key: string;
  readonly value: string;
}

/** How a policy is written down. */
export interface PolicyFormat {
  readonly id: 'json' | 'cloudformation' | 'terraform' | 'cdk';
  /** Whether it has something to write for a region or an account that is not known. */
  readonly canLeaveOpen: boolean;
  render(policies: readonly RolePolicy[]): string;
}

export const isComplete = ({ region, account }: GrantedArn): boolean => region !== undefined && account !== undefined;

export const getArns = (policies: readonly RolePolicy[]): GrantedArn[] =>
  policies.flatMap(({ statements }) => statements.flatMap(({ resources }) => (resources === '*' ? [] : resources)));

export const toTitle = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
