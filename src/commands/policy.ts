import type { Config } from '../core/config.ts';
import type { Knowledge } from '../core/plan.ts';
import { getLineStarts, getPosition } from '../core/range.ts';
import type { ParameterStore } from '../core/store.ts';
import { cdk } from '../grants/formats/cdk.ts';
import { cloudformation } from '../grants/formats/cloudformation.ts';
import { json } from '../grants/formats/json.ts';
import { terraform } from '../grants/formats/terraform.ts';
import { getNeeds, getPlaceFragments, type PlacedReference } from '../grants/needs.ts';
import { getArns, isComplete, toTitle, type PolicyFormat, type RolePolicy } from '../grants/policy.ts';
import { toPolicies } from '../grants/statements.ts';
import { readConfig } from '../io/config-file.ts';
import { say, writeOut } from '../io/terminal.ts';
import type { ScannedFile } from '../pipeline.ts';
import { askStore } from '../planning.ts';
import { chooseStore } from './choose-store.ts';
import { collectWorkTree, type Collection } from './collect.ts';
import { getDeadline, type Options } from './options.ts';
import { warn, warnOfStore } from './scan.ts';

const formats: readonly PolicyFormat[] = [json, cloudformation, terraform, cdk];

/** Writes the policy that the code needs. Exit code: 0 it is complete, or nothing is read; 2 something could not be said exactly. */
export async function policy(options: Options, root: string): Promise<number> {
  const format = formats.find(({ id }) => id === options.format) ?? json;
  const { config, folder } = await readConfig(root, options.config);
  const collection = await collectWorkTree(root, options, config);
  warn(collection, options);
  const placed = collection.files.flatMap(getPlaced);
  if (placed.length === 0) {
    say('no parameter and no secret is read here: no policy is needed');
    return collection.unread.length > 0 ? 2 : 0;
  }
  const store = await chooseStore(options.store ?? config.store, { config, folder, root, deadline: getDeadline(options, config) });
  const knowledge = await ask(collection, store, config);
  warnOfStore(knowledge, store.label);
  const { needs, notices, omissions } = getNeeds(placed, knowledge);
  for (const line of [...notices, ...omissions]) say(line);
  const policies = toPolicies(needs);
  if (!format.canLeaveOpen && !getArns(policies).every(isComplete)) {
    say(`the account or the region of these parameters is not known, and ${format.id} has nothing to write for it: run "paramguard sync" first, or take --format cloudformation, terraform or cdk`);
    return 2;
  }
  if (policies.length > 0) await write(format, policies, options);
  return collection.unread.length > 0 || omissions.length > 0 ? 2 : 0;
}

/** The problems of the files are not the matter here. */
async function ask({ files }: Collection, store: ParameterStore, config: Config): Promise<Knowledge> {
  const knowledge = await askStore(files.map((file) => ({ ...file, problems: [] })), store, config);
  const fragments = getPlaceFragments(files.flatMap(({ references }) => references), knowledge);
  const result = fragments.length === 0 || knowledge.unknown !== undefined ? undefined : await store.search(fragments);
  if (result?.state !== 'found') return knowledge;
  return { ...knowledge, evidence: result.evidence, found: result.parameters.map((parameter) => ({ state: 'present', parameter, evidence: result.evidence })) };
}

function getPlaced({ source, references }: ScannedFile): PlacedReference[] {
  const lineStarts = getLineStarts(source.text);
  return references.map((reference) => ({ reference, place: `${source.path}:${String(getPosition(lineStarts, reference.range[0]).line)}` }));
}

async function write(format: PolicyFormat, policies: readonly RolePolicy[], { output }: Options): Promise<void> {
  if (format.id === 'json' && policies.length > 1) say(`these statements belong to several roles; their ids begin with ${policies.map(({ role }) => toTitle(role)).join(', ')}`);
  const text = format.render(policies);
  if (output === undefined) return writeOut(text);
  const { writeFileAtomically } = await import('../io/write-file.ts');
  await writeFileAtomically(output, text);
}
