import type { MapMoveSite } from '../map-move.ts';

export interface BeanstalkSite extends MapMoveSite {
  readonly carrier: 'beanstalk';
}
