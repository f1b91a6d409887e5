import { expect, it } from 'vitest';
import { join } from '../../src/merging/join.ts';
import { selectReports } from '../../src/merging/select-reports.ts';
import { readShardReport, type ShardReport } from '../../src/merging/shard-report.ts';
import { toReport } from '../../src/merging/to-report.ts';
import { reporters } from '../../src/reporters/index.ts';
import { fake } from '../support/fake.ts';
import { inventory, makeFolder, run } from '../support/command.ts';

/** A report with something in every list. */
function makeReport(format: string): string {
  const folder = makeFolder({
    '.env': `DB_PASSWORD=${fake.password()}\nAPI_KEY=ssm:///prod/shop/none\n`,
    'a.py': 'import boto3\nboto3.client("ssm").get_parameter(Name="/prod/shop/db-password", WithDecryption=True)\n',
    'b.ts': `const token = '${fake.githubToken()}'; // paramguard-disable-line -- made up\nconst x = 1; // paramguard-disable-line -- none\n`,
    'paramguard.json': '{"allow": [{"path": "gone", "reason": "was made up"}]}',
    'inventory.json': inventory(['/prod/shop/db-password']),
  });
  return run(folder, ['scan', 'nowhere', '.', '--shard', '1/1', '--store', 'file:inventory.json', '--format', format]).stdout;
}

function render(report: ShardReport | string): void {
  if (typeof report === 'string') return;
  const { document, format } = join(selectReports([report]), [report]);
  JSON.stringify(document);
  if (format === 'json') for (const reporter of reporters) reporter.render(toReport(document, 0), { color: false });
}

it.each(['json', 'sarif'])('%s that anyone wrote is joined or refused, and breaks nothing', (format) => {
  const text = makeReport(format);
  let refused = 0;
  let joined = 0;
  const tryIt = (changed: unknown): void => {
    const report = readShardReport('a', JSON.stringify(changed));
    expect(() => render(report)).not.toThrow();
    if (typeof report === 'string') refused++;
    else joined++;
  };
  const root: unknown = JSON.parse(text);
  tryIt(root);
  expect(joined).toBe(1);
  visit(root, (owner, key) => {
    const value = owner[key];
    for (const other of [null, -1, 'x', [], {}, [null], [{}]]) {
      owner[key] = other;
      tryIt(root);
    }
    delete owner[key];
    tryIt(root);
    owner[key] = value;
  });
  expect(refused).toBeGreaterThan(100);
});

function visit(node: unknown, change: (owner: Record<string, unknown>, key: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  const owner = node as Record<string, unknown>;
  for (const key of Object.keys(owner)) {
    visit(owner[key], change);
    change(owner, key);
  }
}
