import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../src/core/catalogue.ts';
import { detectors } from '../../src/detectors/index.ts';
import paramguard from '../../src/index.ts';
import { remedies } from '../../src/remedies/index.ts';
import { scanners } from '../../src/scanners/index.ts';
import { root } from '../support/command.ts';

const list = (folder: string, ending = ''): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => entry.name);

describe('folders, registries, catalogue, tests and docs agree', () => {
  it('on the rules', () => {
    const files = list('src/rules', '.ts').filter((name) => name !== 'index.ts').map((name) => name.replace('.ts', ''));
    expect(files.sort()).toEqual([...ruleIds].sort());
    expect(Object.keys(paramguard.rules).sort()).toEqual([...ruleIds].sort());
    expect(list('docs/rules', '.md').sort()).toEqual(ruleIds.map((id) => `${id}.md`).sort());
    expect(list('test/rules', '.test.ts').sort()).toEqual(ruleIds.map((id) => `${id}.test.ts`).sort());
  });

  it('on the recommended config', () => {
    const names = paramguard.configs.recommended.flatMap((config) => Object.keys(config.rules ?? {})).filter((name) => name.startsWith('paramguard/'));
    expect([...new Set(names)].sort()).toEqual(ruleIds.map((id) => `paramguard/${id}`).sort());
    for (const config of paramguard.configs.recommended) expect(config.files, 'a config without files meets languages that it does not know').toBeDefined();
  });

  it('on what a rule says of itself', () => {
    for (const [id, rule] of Object.entries(paramguard.rules)) {
      const { meta } = rule as { meta: { docs: { url: string }; hasSuggestions: boolean; fixable?: string; languages: string[]; schema: unknown } };
      expect(meta).toMatchObject({ hasSuggestions: true, schema: [] });
      expect(meta.fixable, 'replacing a literal changes behaviour: a suggestion, never an autofix').toBeUndefined();
      expect(meta.docs.url).toContain(id);
      expect(meta.languages.length).toBeGreaterThan(0);
    }
  });

  it('on unique ids', () => {
    for (const ids of [detectors.map(({ id }) => id), scanners.map(({ id }) => id), remedies.map(({ carrier }) => carrier)]) expect(new Set(ids).size).toBe(ids.length);
  });

  it('on detectors with an anchor of three characters, a sticky expression and a public document', () => {
    for (const { id, anchors, near = [], pattern, source } of detectors) {
      const literals = [...(anchors ?? near), ...near];
      expect(literals.length, id).toBeGreaterThan(0);
      for (const literal of literals) expect(literal.length, id).toBeGreaterThanOrEqual(3);
      for (const word of near) expect(word, id).toMatch(/^[a-z\d]+(?:_[a-z\d]+)*$/u);
      expect(pattern.sticky, id).toBe(true);
      const skeleton = pattern.source.replace(/\\./gu, '').replace(/\[[^\]]*\]/gu, '');
      expect(skeleton, `${id}: every repetition has a bound`).not.toMatch(/[*+]|,\}/u);
      expect(source, id).toMatch(/^https:\/\//u);
    }
  });

  it('on generated files', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('docs', () => {
  const pages = ['README.md', ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

  it.each(pages)('%s names only paths that are there', (page) => {
    const text = readFileSync(path.join(root, page), 'utf8');
    const named = [...text.matchAll(/`(?<path>(?:src|test|docs|scripts|examples|bench)\/[\w./-]+)`/gu)].map((found) => found.groups?.['path'] ?? '');
    const linked = [...text.matchAll(/\]\((?<path>[^):#]+)\)/gu)].map((found) => path.join(path.dirname(page), found.groups?.['path'] ?? ''));
    for (const name of [...named, ...linked]) expect(existsSync(path.join(root, name)), `${page}: ${name}`).toBe(true);
  });
});

describe('the package', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;

  it('holds what it needs and nothing else', () => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' });
    const [pack] = JSON.parse(stdout) as { files: { path: string }[]; unpackedSize: number }[];
    const files = pack?.files.map((file) => file.path) ?? [];
    expect(files).toContain('dist/bin/paramguard.cjs');
    expect(files).toContain('dist/lib/index.d.ts');
    expect(files.filter((file) => !/^(?:dist|docs)\/|^(?:package\.json|README\.md|LICENSE|\.pre-commit-hooks\.yaml)$/u.test(file))).toEqual([]);
    expect(pack?.unpackedSize).toBeLessThan(4_800_000);
  });

  it('does not bring AWS or parsers into the plugin', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const found of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?from ["'](?<from>[^"']+)["']/gmu)) {
        const from = found.groups?.['from'] ?? '';
        if (from.startsWith('.')) visit(path.resolve(path.dirname(file), from));
        else seen.add(from);
      }
    };
    visit(path.join(root, 'dist/lib/index.js'));
    const packages = [...seen].filter((name) => !path.isAbsolute(name) && !name.startsWith('node:'));
    expect(packages.sort()).toEqual(['@eslint/plugin-kit', '@typescript-eslint/utils/eslint-utils']);
    expect([...seen].filter((name) => /\/(?:commands|scanners|reporters)\//u.test(name))).toEqual([]);
  });

  it('supports the Node and ESLint versions that it promises', () => {
    expect(manifest['engines']?.['node']).toBe('^20.19.0 || ^22.13.0 || >=24');
    expect(manifest['peerDependencies']?.['eslint']).toBe('^9.30.0 || ^10.0.0');
  });
});
