import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ComposerFacts } from '../core/remedy.ts';

const factsOfFolders = new Map<string, ComposerFacts | undefined>();

/** What the nearest `composer.json` says, from a file's folder up to `root`; an unreadable one counts as none. */
export function getComposerFacts(root: string, file: string): ComposerFacts | undefined {
  const folder = path.dirname(path.resolve(root, file));
  if (factsOfFolders.has(folder)) return factsOfFolders.get(folder);
  const relative = path.relative(path.resolve(root), folder);
  const isBelow = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  const facts = readComposer(path.join(folder, 'composer.json')) ?? (isBelow ? getComposerFacts(root, folder) : undefined);
  factsOfFolders.set(folder, facts);
  return facts;
}

function readComposer(file: string): ComposerFacts | undefined {
  try {
    if (!statSync(file).isFile() || statSync(file).size > 1_000_000) return undefined;
    const data = JSON.parse(readFileSync(file, 'utf8')) as { require?: unknown } | null;
    const required = typeof data?.require === 'object' && data.require !== null ? (data.require as Record<string, unknown>) : {};
    return { packages: new Set(Object.keys(required)), php: typeof required['php'] === 'string' ? required['php'] : '' };
  } catch {
    return undefined;
  }
}
