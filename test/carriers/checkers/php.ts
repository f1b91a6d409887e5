import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Engine } from 'php-parser';
import { isInstalled, runChecker, type Check } from '../../support/checker.ts';

/** Read by a parser of PHP, and by PHP itself where it is installed; nothing is run. */
export function check(folder: string): Check {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.php'));
  const mistakes = files.flatMap((name) => judge(name, readFileSync(path.join(folder, name), 'utf8')));
  if (mistakes.length > 0 || files.length === 0) return { code: 1, output: mistakes.join('\n') };
  const runs = isInstalled('php') ? files.map((name) => runChecker('php', ['-l', name], folder)) : [];
  return runs.find((run) => run !== 'missing' && run.code !== 0) ?? { code: 0, output: '' };
}

function judge(name: string, text: string): string[] {
  try {
    new Engine({ parser: { version: '8.4', suppressErrors: false } }).parseCode(text, name);
    return [];
  } catch (error) {
    return [`${name}: ${String(error)}`];
  }
}
