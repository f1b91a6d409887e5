import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { parseSync } from 'oxc-parser';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import type { TSESTree } from '@typescript-eslint/utils';
import { applyEdits, mergeEdits, type Edit } from '../../src/core/edit.ts';
import { planRemedies, settle, type Knowledge } from '../../src/core/plan.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { Present } from '../../src/core/store.ts';
import { findHardcodedSecrets } from '../../src/ecmascript/hardcoded.ts';
import { getDetect } from '../../src/eslint/detect.ts';
import paramguard from '../../src/index.ts';
import { remedies } from '../../src/remedies/index.ts';
import { fill, secretValues } from '../support/fill.ts';

const detect = getDetect({ formats: [] });

const folder = path.resolve(import.meta.dirname, '../fixtures/javascript');
const cases = ['module', 'commonjs'].flatMap((moduleType) => readdirSync(path.join(folder, moduleType)).map((name) => `${moduleType}/${name}`));
const dependencySets = { sdk: ['@aws-sdk/client-ssm'], powertools: ['@aws-sdk/client-ssm', '@aws-lambda-powertools/parameters'], neither: [] };

/** Every name maps to a parameter of its own that is there. */
function plan(file: string, text: string, dependencies: readonly string[]): { problems: Problem[]; groups: (readonly Edit[])[] } {
  const moduleType = file.startsWith('module/') ? 'module' : 'commonjs';
  const lang = /\.[cm]?ts$/u.test(file) ? 'ts' : 'jsx';
  const { program } = parseSync(file, text, { range: true, astType: 'ts', lang, preserveParens: false });
  const problems = findHardcodedSecrets({ program: program as unknown as TSESTree.Program, text, path: file, moduleType }, detect);
  const names = problems.map((problem, index) => [problem.subject?.name ?? '', `/prod/shop/value-${String(index)}`] as const);
  const map = Object.fromEntries(names);
  const knowledge: Knowledge = { answers: new Map(Object.values(map).map((name) => [name, toPresent(name)])), found: [] };
  const groups = problems.map((problem) => {
    const outcome = settle(planRemedies({ problem, text, path: file, project: { prefix: '', moduleType, dependencies: new Set(dependencies) }, naming: { map, prefix: '' }, knowledge, remedies }));
    expect(outcome, `${file}: ${problem.message}`).toMatchObject({ state: 'offered' });
    return outcome.state === 'offered' ? outcome.edits : [];
  });
  return { problems, groups };
}

const toPresent = (name: string): Present => ({
  state: 'present',
  parameter: { name, type: 'SecureString', version: 1 },
  evidence: { checkedAt: 0, account: '123456789012', region: 'eu-west-1' },
});

describe.each(Object.entries(dependencySets))('with %s', (_, dependencies) => {
  it.each(cases)('%s: every edit alone and all together compile and leave no leak', async (file) => {
    const text = fill(readFileSync(path.join(folder, file), 'utf8'));
    const { problems, groups } = plan(file, text, dependencies);
    expect(problems.length).toBeGreaterThan(0);
    for (const edits of groups) expect(getErrors(file, applyEdits(text, mergeEdits([edits]) ?? [])), file).toEqual([]);
    const merged = mergeEdits(groups);
    expect(merged, 'the edits of one file go together').toBeDefined();
    const result = applyEdits(text, merged ?? []);
    expect(getErrors(file, result)).toEqual([]);
    expect(await lint(file, result)).toEqual([]);
    for (const value of secretValues) expect(result).not.toContain(value);
    expect(plan(file, result, dependencies).problems).toEqual([]);
    await expect(result).toMatchFileSnapshot(`../fixtures/javascript.snapshots/${_}/${file}.txt`);
  });
});

it('says what a project with version 2 of the SDK is missing, where reading would be possible', () => {
  const getNote = (text: string, dependencies: readonly string[]): string => {
    const { problems } = plan('module/a.ts', fill(text), dependencies);
    const knowledge: Knowledge = { answers: new Map([['/prod/x', toPresent('/prod/x')]]), found: [] };
    const project = { prefix: '', moduleType: 'module' as const, dependencies: new Set(dependencies) };
    const outcome = settle(planRemedies({ problem: problems[0]!, text, path: 'a.ts', project, naming: { map: { 'db password': '/prod/x' }, prefix: '' }, knowledge, remedies }));
    return outcome.state === 'offered' ? (outcome.note ?? '') : '';
  };
  expect(getNote("export const dbPassword = '%password%';", ['aws-sdk'])).toMatch(/out of support: with @aws-sdk\/client-ssm/u);
  expect(getNote("export const getDbPassword = () => '%password%';", ['aws-sdk'])).not.toMatch(/out of support/u);
  expect(getNote("import AWS from 'aws-sdk';\nexport const dbPassword = '%password%';", [])).toMatch(/out of support/u);
  expect(getNote("import AWS from 'aws-sdk';\nexport const dbPassword = '%password%';", ['aws-sdk', '@aws-sdk/client-ssm'])).toBe('');
});

const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: false,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  allowJs: true,
  noEmit: true,
  skipLibCheck: true,
};

const sourceFiles = new Map<string, ts.SourceFile | undefined>();
const nativeHost = ts.createCompilerHost(options);

/** Compiles one text as if it stood among the fixtures, in a package of its kind. */
function getErrors(file: string, text: string): string[] {
  const absolute = path.join(folder, file);
  const packageFile = path.join(path.dirname(absolute), 'package.json');
  const packageText = JSON.stringify({ type: file.startsWith('module/') ? 'module' : 'commonjs' });
  const host: ts.CompilerHost = {
    ...nativeHost,
    fileExists: (name) => name === packageFile || nativeHost.fileExists(name),
    readFile: (name) => (name === packageFile ? packageText : name === absolute ? text : nativeHost.readFile(name)),
    getSourceFile(name, target) {
      if (name === absolute) return ts.createSourceFile(name, text, target, true);
      if (!sourceFiles.has(name)) sourceFiles.set(name, nativeHost.getSourceFile(name, target));
      return sourceFiles.get(name);
    },
  };
  const isScript = /\.[cm]?js$/u.test(file);
  const program = ts.createProgram([absolute], { ...options, checkJs: isScript, strict: !isScript }, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter((diagnostic) => diagnostic.file?.fileName === absolute)
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '));
}

async function lint(file: string, text: string): Promise<string[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [...(tseslint.configs.recommended as never[]), ...(paramguard.configs.recommended as never[])],
  });
  const [result] = await eslint.lintText(text, { filePath: path.join(folder, file) });
  return (result?.messages ?? []).filter(({ ruleId }) => !isAboutFixture(ruleId)).map(({ ruleId, message }) => `${String(ruleId)}: ${message}`);
}

/** What the fixtures do before any edit. */
const isAboutFixture = (ruleId: string | null): boolean => ruleId === '@typescript-eslint/no-require-imports' || ruleId === '@typescript-eslint/no-namespace';
