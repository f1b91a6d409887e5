import type { Range } from '../range.ts';

export interface EcsSite extends ListMoveSite {
  readonly carrier: 'ecs';
  readonly format: 'json' | 'yaml';
  /** Name of the environment variable. */
  readonly name: string;
  /** Keys begin with a capital in CloudFormation. */
  readonly isCloudFormation: boolean;
  /** A task with secrets must have one. */
  readonly hasExecutionRole: boolean;
  /** Region that the definition names, if it names one. */
  readonly region?: string;
  readonly refusal?: string;
}

/** An entry of a list of variables that goes to a list of secrets beside it, as in ECS and in App Runner. */
export interface ListMoveSite {
  /** The container is written in braces. */
  readonly isFlow: boolean;
  /** The container's `environment`: its key, its list, and the position of the entry in it. */
  readonly environment: EcsList;
  readonly index: number;
  /** The entry's key `value` and its value. */
  readonly valueKeyRange: Range;
  readonly valueRange: Range;
  /** The container's `secrets`; absent where it has none. */
  readonly secrets?: EcsList;
}

export interface EcsList {
  readonly keyRange: Range;
  readonly range: Range;
  readonly isFlow: boolean;
  readonly entries: readonly EcsEntry[];
}

export interface EcsEntry {
  readonly range: Range;
  readonly name: string;
  /** The entry has a problem of its own, so that it may be moved too. */
  readonly isMovable: boolean;
}
