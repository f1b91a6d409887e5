import type { Edit } from './edit.ts';
import type { Subject } from './problem.ts';
import type { Range } from './range.ts';

/** A place that names a parameter or a secret instead of holding its value. */
export interface Reference {
  /** Parameter Store or Secrets Manager. */
  readonly service: 'ssm' | 'secretsmanager';
  /**
   * Name or ARN as the place means it, with its version or label (`:3`), without what the syntax puts around it. A part that
   * only the running program or the deployment knows is written `*`, which stands in no name.
   */
  readonly name: string;
  /** Of the name in the text, or of the expression that gives it. */
  readonly range: Range;
  /** The text in `range` is the name itself, so that another one can be written in its place. */
  readonly isVerbatim: boolean;
  /** IAM action that reading through this place needs, such as `ssm:GetParameters`. */
  readonly action: ReadAction;
  /** Whose role reads: the program's own, that of the agent that starts it (ECS, App Runner), or of whoever deploys or builds. */
  readonly reader: 'program' | 'execution' | 'deployment';
  /** Types that work here: CloudFormation's `resolve:ssm` takes no SecureString, its `resolve:ssm-secure` nothing else. */
  readonly takes: 'any' | 'plain' | 'secure';
  /** `absent`: a SecureString would arrive as ciphertext. */
  readonly decryption: 'present' | 'absent' | 'unknown';
  /** The name is that of a path: everything below it is read. */
  readonly isPath: boolean;
  /** Whoever reads goes on where nothing has the name: a default stands beside it, or the failure is handled. */
  readonly isOptional?: true;
  /** Region that the place names by itself. */
  readonly region?: string;
  /** What makes the read decrypt, where `decryption` is absent and an edit can say so. */
  readonly correction?: { readonly title: string; readonly edits: readonly Edit[] };
  /** What the value is called where it arrives. */
  readonly subject?: Subject;
}

/** The four reading actions of Parameter Store, and those of Secrets Manager (Service Authorization Reference). */
export type ReadAction =
  | 'ssm:GetParameter'
  | 'ssm:GetParameters'
  | 'ssm:GetParametersByPath'
  | 'ssm:GetParameterHistory'
  | 'secretsmanager:GetSecretValue'
  | 'secretsmanager:BatchGetSecretValue';
