import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { scanFile } from './scan-file.ts';

const weak = fake.weakPassword();
const cell = (type: string, lines: readonly string[], outputs: readonly unknown[] = []) => ({ cell_type: type, metadata: {}, source: lines.map((line, index) => (index + 1 < lines.length ? `${line}\n` : line)), outputs });
const write = (...cells: readonly unknown[]): string => JSON.stringify({ cells, metadata: { kernelspec: { language: 'python' } }, nbformat: 4 }, undefined, 1);

async function find(text: string): Promise<string[]> {
  const { problems } = await scanFile('a.ipynb', text);
  return problems.map(({ kind, range }) => `${kind} ${text.slice(...range)}`);
}

describe('notebooks', () => {
  it.each([
    ['an assignment', write(cell('code', ['import os', `password = "${weak}"`, 'print(1)']))],
    ['an argument over lines', write(cell('code', ['connect(', '    host="db",', `    password='${weak}',`, ')']))],
    ['a command', write(cell('code', [`!mysql -u root -p${weak} shop`]))],
    ['a variable', write(cell('code', [`%env DB_PASSWORD=${weak}`, 'x = 1']))],
  ])('finds %s', async (_, text) => {
    expect(await find(text)).toEqual([`password-value ${weak}`]);
  });

  it('marks the escapes of JSON with what they stand for', async () => {
    const text = write(cell('code', ['password = "a\\"bQ9!xZ7#k"']));
    expect(await find(text)).toEqual([`password-value a\\\\\\"bQ9!xZ7#k`]);
  });

  it('finds tokens in outputs and prose', async () => {
    const token = fake.githubToken();
    expect(await find(write(cell('markdown', [`Use ${token}`]), cell('code', ['x'], [{ output_type: 'stream', text: [`token: ${token}\n`] }])))).toEqual([`github-token ${token}`, `github-token ${token}`]);
  });

  it('is quiet about references and prose', async () => {
    expect(await find(write(cell('markdown', ['The password: letmein']), cell('code', ['password = os.environ["DB_PASSWORD"]', '!pip install x', '%matplotlib inline', 'token = tokenizer.next_token'])))).toEqual([]);
  });

  it('says what is no notebook', async () => {
    const { problems, unread } = await scanFile('a.ipynb', `{"cells": [ password = "${weak}"`);
    expect(unread).toHaveLength(1);
    expect(problems).toHaveLength(1);
  });
});
