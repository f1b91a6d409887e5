import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/core/config.ts';
import paramguard from '../../src/index.ts';
import { createInventoryStore } from '../../src/io/inventory-file.ts';
import { scanBytes } from '../../src/pipeline.ts';
import { askStore, resolveFile } from '../../src/planning.ts';
import { root } from '../support/command.ts';
import { fill } from '../support/fill.ts';
import { readBlocks, type Block } from '../support/markdown.ts';

const folder = path.join(root, 'docs/rules');

/** Every "incorrect" block is reported by its rule and every "correct" one by none, in ESLint and by the command alike. */
describe.each(readdirSync(folder))('%s', (page) => {
  const ruleId = page.replace(/\.md$/u, '');
  const blocks = readBlocks(readFileSync(path.join(folder, page), 'utf8'));

  it('has both kinds of examples and nothing else', () => {
    expect(blocks.filter(({ info }) => info === 'incorrect').length).toBeGreaterThan(1);
    expect(blocks.filter(({ info }) => info === 'correct').length).toBeGreaterThan(1);
    expect(blocks.filter(({ info }) => info !== 'correct' && info !== 'incorrect')).toEqual([]);
  });

  it.each(blocks.map((block) => [block.info, block.line, block] as const))('%s example in line %i', async (_, __, block) => {
    const expected = block.info === 'incorrect' ? [ruleId] : [];
    if (isLinted(block)) expect(await lint(block)).toEqual(expected);
    expect(await scan(block)).toEqual(expected);
  });
});

/** ESLint has no language for the others. */
const isLinted = ({ language }: Block): boolean => ['js', 'ts', 'dotenv'].includes(language);

const inventory = path.join(root, 'test/fixtures/inventory/references.json');

const getName = ({ language }: Block): string => (language === 'dotenv' ? '.env' : `src/example.${language}`);

async function lint(block: Block): Promise<string[]> {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser } }, { settings: { paramguard: { inventory } } }, ...paramguard.configs.recommended] });
  const results = await eslint.lintText(fill(block.text), { filePath: getName(block) });
  return unique(results.flatMap(({ messages }) => messages.map((message) => message.ruleId?.replace('paramguard/', '') ?? message.message)));
}

async function scan(block: Block): Promise<string[]> {
  const file = await scanBytes(root, getName(block), Buffer.from(fill(block.text)), defaultConfig);
  const knowledge = await askStore([file], createInventoryStore(inventory), defaultConfig);
  const { findings } = resolveFile(file, { root, config: defaultConfig, knowledge });
  return unique([...findings.map((finding) => finding.ruleId), ...file.unread.map(({ reason }) => reason)]);
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
