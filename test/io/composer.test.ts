import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { getComposerFacts } from '../../src/io/composer.ts';
import { makeFolder } from '../support/command.ts';

describe('the nearest composer.json', () => {
  it('tells packages and versions of PHP', () => {
    const folder = makeFolder({ 'composer.json': '{"require":{"php":"^8.2","aws/aws-sdk-php":"^3"},"require-dev":{"a/b":"1"}}', 'a/b/c.php': '' });
    expect(getComposerFacts(folder, 'a/b/c.php')).toEqual({ packages: new Set(['php', 'aws/aws-sdk-php']), php: '^8.2' });
  });

  it.each(['', '[]', 'null', '{"require":[]}', '{"require":{"php":8}}', '{"require":null}', '"x"'])('says little where it holds %j', (text) => {
    const facts = getComposerFacts(makeFolder({ 'composer.json': text }), 'a.php');
    expect([undefined, '']).toContain(facts?.php);
    expect([...(facts?.packages ?? [])].filter((name) => name !== 'php')).toEqual([]);
  });

  it('is not looked for above the root', () => {
    const folder = makeFolder({ 'composer.json': '{"require":{"php":"^8.2"}}', 'project/a.php': '' });
    expect(getComposerFacts(path.join(folder, 'project'), 'a.php')).toBeUndefined();
  });

  it('may be missing', () => {
    const folder = makeFolder();
    symlinkSync('composer.json', path.join(folder, 'composer.json'));
    expect(getComposerFacts(folder, 'a/b.php')).toBeUndefined();
  });
});
