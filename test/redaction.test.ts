import { inspect } from 'node:util';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/core/problem.ts';
import { toFindings, type Report } from '../src/core/finding.ts';
import { defaultConfig } from '../src/core/config.ts';
import { detectors } from '../src/detectors/index.ts';
import paramguard from '../src/index.ts';
import { scanBytes } from '../src/pipeline.ts';
import { reporters } from '../src/reporters/index.ts';
import { fake } from './support/fake.ts';
import { makeSample } from './support/sample.ts';
import { inventory, makeFolder, run } from './support/command.ts';

/** Values for the surfaces that take long to try; every other format gets one that is made from its pattern. */
const samples: Readonly<Record<string, { text: string; secret: string }>> = {
  'aws-access-key-id': whole(fake.accessKeyId()),
  'aws-secret-access-key': { text: `aws_secret_access_key = "${fake.secretAccessKey()}"`, secret: fake.secretAccessKey() },
  'github-token': whole(fake.githubToken()),
  'github-fine-grained-token': whole(fake.githubFineGrainedToken()),
  'pem-private-key': { text: fake.pem(), secret: fake.pem().split('\n')[1] ?? '' },
  'url-password': { text: `postgres://app:${fake.alphanumeric(18)}@db.internal/orders`, secret: fake.alphanumeric(18) },
  'go-data-source-password': { text: `app:${fake.alphanumeric(18)}@tcp(db.internal:3306)/orders`, secret: fake.alphanumeric(18) },
  'json-web-token': whole(fake.jwt()),
  'slack-incoming-webhook-url': { text: fake.slackWebhook(), secret: fake.slackWebhook().split('/').at(-1) ?? '' },
  'slack-bot-token': whole(fake.slackToken()),
  'stripe-live-secret-key': whole(fake.stripeKey()),
  'stripe-webhook-signing-secret': whole(`wh${'sec_'}${fake.alphanumeric(32, 'webhook')}`),
  'github-app-installation-token': whole(`gh${'s_'}${'12345'}_${fake.jwt('app')}`),
  'connection-string-password': { text: `Server=db.internal;Database=shop;User Id=app;Password=${fake.password()};`, secret: fake.password() },
  'password-value': { text: `password = "${fake.password()}"`, secret: fake.password() },
  'secret-value': { text: `api_key = "${fake.hex(32)}"`, secret: fake.hex(32) },
};

function whole(secret: string): { text: string; secret: string } {
  return { text: `value = "${secret}"`, secret };
}

/** The same value again on the same line, in a name and in a comment: no surface may show it there either. */
const surround = ({ text, secret }: { text: string; secret: string }): string => `x = 1\n${text.includes('\n') ? text : `${text} # ${secret} again`}\n${text}\n`;

describe.each(detectors.filter(({ id }) => !Object.hasOwn(samples, id)))('$id is never shown', (detector) => {
  it('by a reporter, util.inspect or JSON', async () => {
    const { text, value } = makeSample(detector);
    await expectNothingShown(surround({ text, secret: value }), value);
  });
});

describe.each(Object.entries(samples))('%s is never shown', (id, sample) => {
  const text = surround(sample);

  it('by a reporter, util.inspect or JSON', async () => {
    const kinds = await expectNothingShown(text, sample.secret);
    expect(kinds).toContain(id);
  });

  it('by the command: text, JSON, SARIF, diff, also with a verified edit', () => {
    const env = id.endsWith('-value') || id === 'aws-secret-access-key' ? sample.text.replace(' = ', '=') : `DB_VALUE="${sample.secret.length > 30 ? sample.text.replace(/^value = "|"$/gu, '') : sample.text}"`;
    const folder = makeFolder({ 'settings.ini': text, '.env': `${env}\n`, 'run.sh': `export ${env}\n`, '.paramguard/inventory.json': inventory(['/prod/x/password', '/prod/x/db-value', '/prod/x/api-key']) });
    for (const args of [['scan'], ['scan', '--format', 'json'], ['scan', '--format', 'sarif'], ['fix'], ['fix', '--apply']]) {
      const { code, stdout, stderr } = run(folder, args);
      expect(code).toBe(1);
      expectHidden(stdout + stderr, sample.secret);
    }
  });

  it('by an ESLint message', async () => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: paramguard.configs.recommended });
    const literal = JSON.stringify(sample.text.replace(/^\w+ = "|"$/gu, ''));
    const name = id === 'secret-value' ? 'apiKey' : id === 'aws-secret-access-key' ? 'secretAccessKey' : 'password';
    const results = await eslint.lintText(`export const ${name} = ${literal};\nconsole.log(${name}, ${literal});\n`, { filePath: 'src/x.js' });
    const messages = results.flatMap((result) => result.messages);
    expect(messages.length).toBeGreaterThan(0);
    for (const { message, suggestions } of messages) expectHidden(message + JSON.stringify(suggestions ?? []), sample.secret);
  });
});

/** Gives the kinds of what was found. */
async function expectNothingShown(text: string, secret: string): Promise<string[]> {
  const file = await scanBytes('/', 'settings.ini', Buffer.from(text), defaultConfig);
  const findings = toFindings(file.source, file.problems);
  const report: Report = { findings, unread: [], fileCount: 1, byteCount: 1, references: [], suppressionNotes: [], storeLabel: 'none', now: 0, version: '0' };
  const shown = [
    ...reporters.flatMap((reporter) => [reporter.render(report, { color: false }), reporter.render(report, { color: true })]),
    inspect(file.problems, { depth: null, showHidden: true }),
    JSON.stringify(file.problems),
    String(file.problems.map(({ secret: found }) => found)),
    ...file.problems.map(describeProblem),
  ];
  for (const output of shown) expectHidden(output, secret);
  return file.problems.map(({ kind }) => kind);
}

describe('a crash', () => {
  it('shows neither the message of an unforeseen error nor the file', () => {
    const folder = makeFolder({ '.env': `DB_PASSWORD=${fake.password()}\n` });
    // `--output` into a folder that is a file is an error of the system, not of the user's input
    const { code, stdout, stderr } = run(folder, ['scan', '--output', '.env/report.txt']);
    expect(code).toBe(2);
    expectHidden(stdout + stderr, fake.password());
  });
});

const describeProblem = (problem: Problem): string => `${problem.message} ${problem.subject?.name ?? ''}`;

/** Neither the value nor more than a few characters of its private part. */
function expectHidden(output: string, secret: string): void {
  expect(output).not.toContain(secret);
  const tail = secret.slice(-Math.max(8, secret.length >> 1));
  expect(output).not.toContain(tail);
}
