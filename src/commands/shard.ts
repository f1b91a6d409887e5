import type { Config } from '../core/config.ts';
import { hash, serialize } from '../core/hash.ts';
import type { ShardFacts } from '../core/shard.ts';
import { findMentions } from '../grants/mentions.ts';
import type { GrantFile } from '../grants/view.ts';
import { mayGrantReads } from '../iam/read-grant.ts';
import { decode } from '../io/decode.ts';
import { readBytes } from '../io/read-file.ts';
import { scanBytes, type ScannedFile } from '../pipeline.ts';
import { mayRefer } from '../references/may-refer.ts';
import type { Options } from './options.ts';

/** What the other shards' files say of parameters: what is found in this shard may depend on it. */
export interface Surroundings {
  readonly files: readonly ScannedFile[];
  readonly mentions: readonly GrantFile[];
}

const noSurroundings: Surroundings = { files: [], mentions: [] };

/** Reads the files of other shards, unless nothing that was found in this one can depend on them. */
export async function readSurroundings(own: readonly ScannedFile[], others: readonly string[], root: string, { sizeLimit }: Pick<Options, 'sizeLimit'>, config: Config): Promise<Surroundings> {
  if (own.every(({ grants, references }) => grants.length === 0 && references.length === 0)) return noSurroundings;
  const files: ScannedFile[] = [];
  const mentions: GrantFile[] = [];
  for (const path of others) {
    const bytes = readBytes(root, path, sizeLimit);
    if (!(bytes instanceof Uint8Array) || !mayConcern(path, bytes)) continue;
    const file = await scanBytes(root, path, bytes, config);
    if (file.references.length > 0 || file.declared.length > 0 || file.grants.length > 0) files.push(file);
    else if (file.mentions.length > 0) mentions.push({ path, text: '', grants: [], references: [], mentions: file.mentions });
  }
  return { files, mentions };
}

function mayConcern(path: string, bytes: Uint8Array): boolean {
  const { text } = decode(bytes);
  return mayRefer(text) || mayGrantReads(text) || findMentions(path, text).length > 0;
}

/** What all shards of one run have in common, as hashes; `files` is one of what is to be looked at. */
export function identifyRun(files: string, { paths, sizeLimit, isSkipping, isVerificationRequired, store, isHistory, since }: Options, config: Config): Pick<ShardFacts, 'files' | 'config' | 'options'> {
  return {
    files,
    // the rules of another scanner are compiled expressions
    config: hash(serialize(config)),
    options: hash(JSON.stringify([paths, sizeLimit, isSkipping, isVerificationRequired, store ?? null, isHistory, since ?? null])),
  };
}
