import type { Range } from '../range.ts';
import type { JavaScriptModule } from './javascript.ts';

/** A literal in a program that describes infrastructure with the AWS CDK. */
export type CdkSite = SecretValueSite | ContainerSite | FunctionSite | OtherSite;

interface Shared {
  readonly carrier: 'cdk';
  readonly refusal?: string;
}

/** `SecretValue.unsafePlainText('…')` */
export interface SecretValueSite extends Shared {
  readonly place: 'secret-value';
  readonly methodRange: Range;
  readonly valueRange: Range;
}

/** A variable in the `environment` of a container. */
export interface ContainerSite extends Shared {
  readonly place: 'container';
  readonly name: string;
  readonly keyRange: Range;
  readonly valueRange: Range;
  /** Properties of the container, and the position of `environment` among them. */
  readonly options: PropertyList;
  readonly position: number;
  readonly environmentKeyRange: Range;
  /** Its variables, and the position of this one. */
  readonly environment: PropertyList;
  readonly index: number;
  /** Absent where the container has none. */
  readonly secrets?: PropertyList;
  readonly module: JavaScriptModule;
  /** Every text of the file, ids of constructs among them. */
  readonly texts: ReadonlySet<string>;
  /** How many literals before this one stand under the same name. */
  readonly ordinal: number;
}

export interface PropertyList {
  /** With the braces. */
  readonly range: Range;
  readonly entries: readonly Range[];
}

/** A variable of a Lambda function: in its `environment`, or the arguments of `addEnvironment`. */
export interface FunctionSite extends Shared {
  readonly place: 'function';
  readonly name: string;
  readonly keyRange: Range;
  readonly valueRange: Range;
  /** Names of the other variables. */
  readonly takenNames: readonly string[];
}

export interface OtherSite extends Shared {
  readonly place: 'other';
  readonly refusal: string;
}
