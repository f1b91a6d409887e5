// ESLint over 200 TypeScript files: the recommended config against a rule that does nothing.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compare } from './interleave.mjs';
import { ratio } from './rows.mjs';

const root = path.resolve(import.meta.dirname, '..');
const eslint = path.join(root, 'node_modules/eslint/bin/eslint.js');

/** About 100 lines of an ordinary service, different in each file. */
const source = (index) => {
  const methods = Array.from({ length: 8 }, (_, number) => `
  /** Handles step ${number}. */
  async step${number}(id: string, token: string, options: { retries?: number } = {}): Promise<Result> {
    const started = Date.now();
    const response = await fetch(\`https://api.example.com/v1/items/\${id}/step-${number}\`, {
      method: 'POST',
      headers: { authorization: \`Bearer \${token}\`, 'content-type': 'application/json' },
      body: JSON.stringify({ id, retries: options.retries ?? ${number} }),
    });
    logger.info({ id, status: response.status, took: Date.now() - started }, 'step ${number} done');
    if (!response.ok) throw new Error(\`step ${number} failed with \${response.status}\`);
    return { id, value: await response.text() };
  }
`);
  return `import { logger } from './logger.js';
import type { Result } from './result.js';

const password = process.env['DB_PASSWORD'];

export class Service${index} {
${methods.join('')}
  get isReady(): boolean {
    return password !== undefined;
  }
}
`;
};

const config = (rules) => `import parser from ${JSON.stringify(pathToFileURL(path.join(root, 'node_modules/@typescript-eslint/parser/dist/index.js')).href)};
import paramguard from ${JSON.stringify(pathToFileURL(path.join(root, 'dist/lib/index.js')).href)};
const noop = { rules: { noop: { create: () => ({ Program() {} }) } } };
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, ${rules}];
`;

export function benchEslint({ rounds }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'paramguard-bench-'));
  try {
    mkdirSync(path.join(folder, 'src'));
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    for (let index = 0; index < 200; index++) writeFileSync(path.join(folder, 'src', `service-${index}.ts`), source(index));
    // both configs load the same modules: only the rules differ
    writeFileSync(path.join(folder, 'recommended.config.mjs'), config('...paramguard.configs.recommended'));
    writeFileSync(path.join(folder, 'noop.config.mjs'), config("{ files: ['**/*.ts'], plugins: { noop }, rules: { 'noop/noop': 'error' } }"));
    const run = (name) => ({ file: process.execPath, args: [eslint, '--config', `${name}.config.mjs`, 'src'], cwd: folder });
    const [noop, recommended] = compare([run('noop'), run('recommended')], { rounds: Math.max(rounds, 9) });
    return [ratio('ESLint over 200 TypeScript files, recommended config / no-op rule', recommended, noop, 1.1)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
