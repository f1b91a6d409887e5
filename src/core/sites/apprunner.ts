import type { ListMoveSite } from './ecs.ts';

export interface ApprunnerSite extends ListMoveSite {
  readonly carrier: 'apprunner';
  readonly name: string;
  /** A service in a template, or the service's own `apprunner.yaml`. */
  readonly place: 'template' | 'file';
  /** The instances need a role that may read the parameter; only a template tells. */
  readonly hasInstanceRole: boolean;
  readonly refusal?: string;
}
