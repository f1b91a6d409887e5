import type { BeanstalkSite } from '../core/sites/beanstalk.ts';
import type { Cursor, ScalarTree } from '../core/tree.ts';
import type { StructuredFile } from './document.ts';
import { getMapMove } from './map-move.ts';

const namespace = 'aws:elasticbeanstalk:application:environment';

/** The place of a secret in the short form of `option_settings` (https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions-optionsettings.html). */
export function getBeanstalkSite(cursor: Cursor<ScalarTree>, { text }: StructuredFile, isWhole: boolean): BeanstalkSite | undefined {
  if (cursor.parent?.key !== namespace || cursor.parent.parent?.key !== 'option_settings') return undefined;
  const move = getMapMove(cursor, `${namespace}secrets`, { isWhole, text });
  return move === undefined ? undefined : { carrier: 'beanstalk', ...move };
}
