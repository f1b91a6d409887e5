import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { runChecker, type Check } from '../../support/checker.ts';

/** The schema of the format, and bash's own reading of each script. */
export function check(folder: string): Check {
  const [file, schema] = existsSync(path.join(folder, 'action.yml')) ? ['action.yml', 'vendor.github-actions'] : ['.github/workflows/deploy.yml', 'vendor.github-workflows'];
  const scripts = findScripts(parse(readFileSync(path.join(folder, file), 'utf8')));
  const results = scripts.map((input) => spawnSync('bash', ['-n'], { input, encoding: 'utf8' }));
  const failed = results.find(({ status }) => status !== 0);
  return failed === undefined ? runChecker('check-jsonschema', ['--builtin-schema', schema, file], folder) : { code: failed.status, output: failed.stderr };
}

const findScripts = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => (key === 'run' && typeof inner === 'string' ? [inner] : findScripts(inner)));
};
