import type { BeanstalkSite, OptionMapSite, OptionSite } from '../core/sites/beanstalk.ts';
import { getEntry, getText, getValue, type Cursor, type ScalarTree } from '../core/tree.ts';
import type { StructuredFile } from './document.ts';
import { getMapMove } from './map-move.ts';

const namespace = 'aws:elasticbeanstalk:application:environment';

/** The place of a secret in the options of an environment (https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions-optionsettings.html). */
export function getBeanstalkSite(cursor: Cursor<ScalarTree>, file: StructuredFile, isWhole: boolean): BeanstalkSite | undefined {
  return cursor.parent?.key === namespace ? getMapSite(cursor, file, isWhole) : getOptionSite(cursor, isWhole);
}

function getMapSite(cursor: Cursor<ScalarTree>, { text }: StructuredFile, isWhole: boolean): OptionMapSite | undefined {
  const move = cursor.parent?.parent?.key === 'option_settings' ? getMapMove(cursor, `${namespace}secrets`, { isWhole, text }) : undefined;
  return move === undefined ? undefined : { carrier: 'beanstalk', place: 'map', ...move };
}

function getOptionSite(cursor: Cursor<ScalarTree>, isWhole: boolean): OptionSite | undefined {
  const option = cursor.parent?.node;
  const own = getEntry(option, 'namespace', 'Namespace')?.value;
  if (!/^value$/iu.test(cursor.key ?? '') || own === undefined || getText(own) !== namespace) return undefined;
  const refusal = getRefusal(isWhole, cursor.node.style === 'block' || own.kind === 'alias');
  const name = getText(getValue(option, 'option_name', 'OptionName')) ?? '';
  return { carrier: 'beanstalk', place: 'option', name, namespaceRange: own.outer, valueRange: cursor.node.outer, ...(refusal === undefined ? {} : { refusal }) };
}

function getRefusal(isWhole: boolean, isElsewhere: boolean): string | undefined {
  if (!isWhole) return 'The secret is only a part of the value: store the whole value as one parameter and give the option the namespace of the secrets.';
  return isElsewhere ? 'The option is put together from other places: replace it by hand.' : undefined;
}
