import type { MapMoveSite } from '../map-move.ts';
import type { Range } from '../range.ts';

export type BeanstalkSite = OptionMapSite | OptionSite;

/** The namespace's map of `option_settings`. */
export interface OptionMapSite extends MapMoveSite {
  readonly carrier: 'beanstalk';
  readonly place: 'map';
}

/** An option that names its namespace, in a list of `option_settings` or in a template. */
export interface OptionSite {
  readonly carrier: 'beanstalk';
  readonly place: 'option';
  readonly name: string;
  readonly namespaceRange: Range;
  readonly valueRange: Range;
  readonly refusal?: string;
}
