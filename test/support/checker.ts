import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** What another tool said: `missing` where it is not installed. */
export type Check = 'missing' | { readonly code: number | null; readonly output: string };

/** CI installs every checker and sets this, so that none is left out there without notice. */
export const isRequired = process.env['PARAMGUARD_REQUIRE_CHECKERS'] === '1';

/** Runs a checker of a format. */
export function runChecker(tool: string, args: readonly string[], folder: string): Check {
  if (!isInstalled(tool)) return 'missing';
  const { status, stdout, stderr } = spawnSync(tool, [...args], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
  return { code: status, output: stdout + stderr };
}

export const isInstalled = (tool: string): boolean =>
  (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
