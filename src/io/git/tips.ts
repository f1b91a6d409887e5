import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { safety } from '../git.ts';
import type { Repository } from './repository.ts';

/** The commits that all refs and HEAD lead to, as git lists them; undefined where git cannot tell. Git is started at once. */
export async function readTips({ folder }: Repository): Promise<string[] | undefined> {
  const child = spawn('git', ['--no-pager', ...safety, 'rev-list', '--all', '--no-walk=unsorted'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return (await ended) ? splitLines(Buffer.concat(chunks).toString('latin1')) : undefined;
}

/** Whether everything that the old tips lead to is still reachable from the new ones. */
export function isReachable({ folder }: Repository, old: readonly string[], tips: readonly string[]): boolean {
  const lost = runGit(folder, ['rev-list', '--max-count=1', '--stdin'], [...old, ...tips.map((tip) => `^${tip}`)].join('\n'));
  return lost !== undefined && splitLines(lost).length === 0;
}

/** The commits at which a fetch cut the history; empty where it did not. */
export function readShallow({ gitFolder }: Repository): string {
  try {
    return readFileSync(path.join(gitFolder, 'shallow'), 'utf8');
  } catch {
    return '';
  }
}

function runGit(folder: string, args: readonly string[], input: string): string | undefined {
  const result = spawnSync('git', ['--no-pager', ...safety, ...args], { cwd: folder, encoding: 'utf8', input, maxBuffer: 1024 ** 3, stdio: ['pipe', 'pipe', 'ignore'] });
  return result.status === 0 ? result.stdout : undefined;
}

const splitLines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
