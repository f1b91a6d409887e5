import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inventory, makeFolder, root, run } from '../support/command.ts';
import { isRequired, type Check } from '../support/checker.ts';
import { fill } from '../support/fill.ts';

/**
 * A folder of `test/fixtures/carriers` is a case, named `carrier` or `carrier.variant`: `before` with a literal, `after` as
 * `fix --apply` has to leave it. `parameters.json` lists what the store knows. A carrier's own checker, `checkers/<carrier>.ts`,
 * has to accept the result, and a second scan has to be clean.
 */
const fixtures = path.join(root, 'test/fixtures/carriers');
const cases = readdirSync(fixtures).sort();

interface Checker {
  check(folder: string): Check | Promise<Check>;
}

describe.each(cases)('%s', (name) => {
  const before = readFolder(path.join(fixtures, name, 'before'));
  const parameters = JSON.parse(readFileSync(path.join(fixtures, name, 'parameters.json'), 'utf8')) as string[];
  const fix = (): string => {
    const folder = makeFolder({ ...before, 'inventory.json': inventory(parameters) });
    run(folder, ['fix', '--apply', '--store', 'file:inventory.json']);
    return folder;
  };

  it('is rewritten as expected', () => {
    const folder = fix();
    const after = readFolder(path.join(fixtures, name, 'after'));
    expect(readFolder(folder)).toEqual({ ...after, 'inventory.json': readFileSync(path.join(folder, 'inventory.json'), 'utf8') });
  });

  it('was found before, and is clean after', () => {
    expect(run(makeFolder(before), ['scan', '--store', 'none']).code).toBe(1);
    expect(run(fix(), ['scan', '--store', 'file:inventory.json'])).toMatchObject({ code: 0 });
  });

  it('is accepted by the checker of its format', async ({ skip }) => {
    const { check } = (await import(`./checkers/${name.replace(/\..*/u, '')}.ts`)) as Checker;
    const result = await check(fix());
    if (result === 'missing' && !isRequired) return skip('the checker is not installed');
    expect(result).toMatchObject({ code: 0 });
  });
});

function readFolder(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), fill(readFileSync(file, 'utf8'))];
    }),
  );
}
