import path from 'node:path';
import { readConfig } from '../io/config-file.ts';
import { UserError } from '../io/errors.ts';
import { say } from '../io/terminal.ts';
import { chooseStore } from './choose-store.ts';
import { getDeadline, type Options } from './options.ts';

/** Writes the inventory from Parameter Store. Throws `UserError` with the store's reason where it cannot be asked. */
export async function sync(options: Options, root: string): Promise<number> {
  const { config, folder } = await readConfig(root, options.config);
  const store = await chooseStore('aws', { config, folder, root, deadline: Math.max(getDeadline(options, config), 60_000) });
  const result = await store.list();
  if (result.state === 'unknown') throw new UserError(`Parameter Store: ${result.detail}`);
  const { writeInventory } = await import('../io/inventory-file.ts');
  const file = options.output ?? path.relative(root, path.resolve(folder, config.inventory));
  await writeInventory(path.resolve(root, file), result);
  const { account, region } = result.evidence;
  const { length } = result.parameters;
  say(`wrote ${String(length)} ${length === 1 ? 'parameter' : 'parameters'} of ${account === undefined ? '' : `${account}/`}${region} to ${file} (names, types and versions; no values)`);
  return 0;
}
