import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Config } from '../core/config.ts';
import { describePlace } from '../core/evidence.ts';
import type { Copies } from '../core/plan.ts';
import { UserError } from '../io/errors.ts';
import type { ParameterStore, Unknown } from '../core/store.ts';

/** The store that the option or the config names; `auto` takes the inventory where there is one, else AWS where it is set up. */
export async function chooseStore(name: string, { config, folder, root, deadline }: { config: Config; folder: string; root: string; deadline: number }): Promise<ParameterStore> {
  const inventory = path.resolve(folder, config.inventory);
  if (name === 'aws') return openAws(root, deadline);
  if (name.startsWith('file:')) return openInventory(path.resolve(root, name.slice(5)));
  if (name === 'none') return createNoStore({ state: 'unknown', reason: 'no-store', detail: 'no store was asked (--store none)' });
  if (existsSync(inventory)) return openInventory(inventory);
  if (isAwsSetUp()) return openAws(root, deadline);
  return createNoStore({ state: 'unknown', reason: 'no-store', detail: 'not checked: no inventory and no AWS credentials; run "paramguard sync" or pass --store' });
}

/** Throws `UserError` for an inventory that the config names and that cannot be read: nothing would be compared, and no one told. */
export async function readReplicas({ replicas }: Config, folder: string): Promise<Copies['replicas']> {
  if (replicas.length === 0) return [];
  const { readInventory } = await import('../io/inventory-file.ts');
  return replicas.map((file) => {
    const reading = readInventory(path.resolve(folder, file));
    if (reading.state === 'unknown') throw new UserError(`"replicas": ${reading.detail}`);
    return { place: describePlace(reading.evidence), names: new Set(reading.parameters.keys()) };
  });
}

async function openAws(root: string, deadlineMs: number): Promise<ParameterStore> {
  const { createAwsStore } = await import('../io/ssm.ts');
  return createAwsStore({ root, deadlineMs, maxAttempts: deadlineMs < 1000 ? 1 : 3 });
}

async function openInventory(file: string): Promise<ParameterStore> {
  const { createInventoryStore } = await import('../io/inventory-file.ts');
  return createInventoryStore(path.relative(process.cwd(), file) || file);
}

/** Any of the places where the SDK's default chain finds credentials without asking the network. */
const isAwsSetUp = (): boolean =>
  ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'].some((name) => (process.env[name] ?? '') !== '') ||
  ['credentials', 'config'].some((name) => existsSync(path.join(homedir(), '.aws', name)));

const createNoStore = (unknown: Unknown): ParameterStore => ({
  label: 'none',
  lookUp: (names) => Promise.resolve(new Map(names.map((name) => [name, unknown]))),
  search: () => Promise.resolve(unknown),
  list: () => Promise.resolve(unknown),
});
