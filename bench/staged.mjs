// A commit of ten changed files as a hook sees it: `paramguard scan --staged` against an empty Node process and git alone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compare } from './interleave.mjs';
import { emptyNode } from './programs.mjs';
import { ratio } from './rows.mjs';

const command = path.resolve(import.meta.dirname, '../dist/bin/paramguard.cjs');

const service = (name) => `import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { logger } from './logger.js';
import { pool } from './pool.js';

export interface ${name}Options {
  readonly host: string;
  readonly port: number;
  readonly token?: string;
}

/** Answers requests for ${name}. */
export class ${name} {
  readonly #options: ${name}Options;

  constructor(options: ${name}Options) {
    this.#options = options;
  }

  async find(id: string): Promise<unknown> {
    const started = Date.now();
    const { rows } = await pool.query('select * from ${name.toLowerCase()} where id = $1', [id]);
    logger.info({ id, took: Date.now() - started }, 'found');
    return rows[0];
  }

  listen(): void {
    const apiKey = process.env['API_KEY'];
    createServer((request: IncomingMessage, response: ServerResponse) => {
      if (request.headers['x-api-key'] !== apiKey) {
        response.writeHead(401).end('missing api key');
        return;
      }
      this.find(request.url ?? '/').then(
        (row) => response.end(JSON.stringify(row)),
        (error: unknown) => {
          logger.error({ error: String(error) }, 'failed');
          response.writeHead(500).end();
        },
      );
    }).listen(this.#options.port, this.#options.host, () => console.log('listening on', this.#options.port));
  }
}
`;

/** What a commit to a service changes: mostly code, its tests, and something beside it. */
const files = {
  ...Object.fromEntries(['Orders', 'Users', 'Items', 'Prices', 'Stock'].map((name) => [`src/${name.toLowerCase()}.ts`, service(name)])),
  'test/orders.test.ts': `import { describe, expect, it } from 'vitest';\nimport { Orders } from '../src/orders.js';\n\ndescribe('orders', () => {\n  it('finds one', async () => {\n    expect(await new Orders({ host: 'localhost', port: 0, token: 'test-token' }).find('1')).toBeDefined();\n  });\n});\n`,
  'package.json': `${JSON.stringify({ name: 'shop', version: '1.4.2', type: 'module', scripts: { start: 'node src/index.js', test: 'vitest run' }, dependencies: { pg: '^8.16.0' } }, undefined, 2)}\n`,
  'README.md': '# Shop\n\nSet `API_KEY` and `DB_PASSWORD`, then run `npm start`.\n'.repeat(10),
  '.env.example': 'PORT=8080\nAPI_KEY=\nDB_PASSWORD=change-me\n',
  'src/styles.css': '.login { color: #336699; }\n'.repeat(40),
};

export function benchStaged({ rounds }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'paramguard-bench-'));
  try {
    const git = (...args) => spawnSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], { cwd: folder });
    git('init', '-q');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    git('add', '.');
    git('commit', '-qm', 'first');
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), `${text}\n`);
    git('add', '.');
    const diff = { file: 'git', args: ['diff', '--cached'], cwd: folder };
    const [empty, changes, staged] = compare([emptyNode(folder), diff, { file: process.execPath, args: [command, 'scan', '--staged'], cwd: folder }], { rounds: 3 * rounds });
    return [
      { name: '`scan --staged` of ten changed files − an empty script in Node − `git diff --cached`', value: staged.time - empty.time - changes.time, unit: ' ms', limit: 20, detail: `${[staged, empty, changes].map(({ time }) => time.toFixed(0)).join(' − ')} ms (${staged.rounds})` },
      ratio('the same / an empty script in Node', staged, empty, 2.5),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
