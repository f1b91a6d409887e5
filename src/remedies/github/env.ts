import type { Edit } from '../../core/edit.ts';
import type { Range } from '../../core/range.ts';
import type { GithubSite } from '../../core/sites/github.ts';
import { getLineStart, getNextLine } from '../../core/lines.ts';

/**
 * Takes a variable's lines out of `env`, and `env` with the last one. Where all are secrets the edit takes all lines in, so that two
 * of these overlap and one follows the other.
 */
export function removeVariable(text: string, { env }: GithubSite): readonly Edit[] {
  const entry = env?.entries[env.index];
  if (env === undefined || entry === undefined) return [];
  const all: Range = [getLineStart(text, env.keyRange[0]), getNextLine(text, env.entries.at(-1)?.range[1] ?? 0)];
  if (env.entries.length === 1) return [{ range: all, text: '' }];
  const lines: Range = [getLineStart(text, entry.range[0]), getNextLine(text, entry.range[1])];
  if (env.entries.some(({ isSecret }) => !isSecret)) return [{ range: lines, text: '' }];
  return [{ range: all, text: text.slice(all[0], lines[0]) + text.slice(lines[1], all[1]) }];
}
