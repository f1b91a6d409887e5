import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/core/config.ts';
import { makeFolder, put, root, run } from '../support/command.ts';
import { fake } from '../support/fake.ts';
import { readBlocks } from '../support/markdown.ts';

const text = readFileSync(path.join(root, 'docs/suppression.md'), 'utf8').replaceAll('«weak-password»', fake.weakPassword());
const blocks = readBlocks(text);

describe('docs/suppression.md', () => {
  it('has blocks of these languages only', () => {
    expect([...new Set(blocks.map(({ language }) => language))]).toEqual(['js', 'sql', 'yaml']);
  });

  it.each(blocks.filter(({ language }) => language !== 'yaml').map((block) => [block.language, block] as const))('shows comments in %s that let a finding pass', (language, block) => {
    const folder = makeFolder({ [`a.${language}`]: block.text });
    expect(run(folder, ['scan', '--strict-suppressions'])).toMatchObject({ code: 0, stdout: 'No leaks found in 1 file. 1 allowed by comments.\n' });
    put(folder, `a.${language}`, block.text.replaceAll('paramguard-', 'other-'));
    expect(run(folder, ['scan']).code).toBe(1);
  });

  it.each(blocks.filter(({ language }) => language === 'yaml').map((block) => [block.line, block] as const))('shows settings that are valid in line %i', (_, block) => {
    expect(parseConfig(parse(block.text))).toHaveProperty('config');
  });

  it('shows a format that finds its example, and a config that leaks nothing', () => {
    const config = blocks.find((block) => block.text.includes('formats:'))?.text ?? '';
    const { formats } = parse(config) as { formats: { matches: string[][] }[] };
    const folder = makeFolder({ 'paramguard.yaml': config, 'billing.txt': `billing: ${formats[0]?.matches[0]?.join('') ?? ''}\n` });
    expect(run(folder, ['scan', '--format', 'json']).stdout).toContain('"kind": "acme-token"');
    expect(run(folder, ['scan', 'paramguard.yaml'])).toMatchObject({ code: 0 });
  });
});
