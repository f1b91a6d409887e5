import type { Range } from '../range.ts';
import type { MapMoveSite } from '../map-move.ts';

export type CodebuildSite = BuildspecSite | ProjectSite;

/** `env.variables` of a buildspec. */
export interface BuildspecSite extends MapMoveSite {
  readonly carrier: 'codebuild';
  readonly place: 'buildspec';
}

/** An entry `{Name, Type, Value}` of a project's environment. */
export interface ProjectSite {
  readonly carrier: 'codebuild';
  readonly place: 'project';
  readonly name: string;
  readonly isFlow: boolean;
  readonly valueKeyRange: Range;
  readonly valueRange: Range;
  /** Value of the entry's type; absent where it has none. */
  readonly typeRange?: Range;
  readonly refusal?: string;
}
