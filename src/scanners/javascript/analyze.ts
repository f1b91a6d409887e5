import type { ParserOptions } from 'oxc-parser';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Detect } from '../../core/detect.ts';
import { isTestPath } from '../../core/paths.ts';
import type { ScanResult } from '../../core/problem.ts';
import { getLineStarts, getPosition } from '../../core/range.ts';
import type { Asked, SourceFile } from '../../core/scanner.ts';
import { isNestedTooDeeply } from '../../ecmascript/nesting.ts';
import { findHardcodedSecrets } from '../../ecmascript/hardcoded.ts';
import { findReadGrants } from '../../ecmascript/grants.ts';
import { findWildcardGrants } from '../../ecmascript/policies.ts';
import { findReferences } from '../../ecmascript/references.ts';
import { findLoggedSecrets } from '../../flow/logged-secrets.ts';
import { findTextSecrets } from '../text.ts';
import { noReferences } from '../../references/found.ts';

interface Task {
  readonly detect: Detect;
  readonly suspicions: Asked;
  readonly loggers: readonly string[];
}

/** Parses a program and runs the analyses that its text makes necessary. */
export async function analyze(file: SourceFile, { detect, suspicions, loggers }: Task): Promise<ScanResult> {
  const parsed = await parse(file);
  if (!('program' in parsed)) return { problems: findTextSecrets(file, detect), unread: [parsed] };
  const { path, text, moduleType } = file;
  const source = { program: parsed.program, text, path, ...(moduleType === undefined ? {} : { moduleType }) };
  const referring = suspicions.reference && !isTestPath(path) ? findReferences(parsed.program, text) : noReferences;
  return {
    problems: [
      ...(suspicions.secret ? findHardcodedSecrets(source, detect) : []),
      ...(suspicions.log ? findLoggedSecrets(parsed.program, text, { isTestFile: isTestPath(path), loggers }) : []),
      ...(suspicions.policy ? findWildcardGrants(parsed.program, text) : []),
      ...referring.problems,
    ],
    references: referring.references,
    grants: (suspicions.policy || suspicions.reference) && !isTestPath(path) ? findReadGrants(parsed.program, file) : [],
    unread: [],
  };
}

/** Ambiguous endings are tried in turn: a module, then CommonJS, then types in a `.js` file. */
async function parse({ path, text }: SourceFile): Promise<{ program: TSESTree.Program } | { reason: string; line: number }> {
  if (isNestedTooDeeply(text)) return { reason: `nested more deeply than a parser can follow: ${asText}`, line: 1 };
  const { parseSync } = await import('oxc-parser');
  let line = 1;
  for (const options of getAttempts(path)) {
    const { program, errors } = parseSync(path, text, { astType: 'ts', range: true, preserveParens: false, ...options });
    // oxc with `astType: 'ts'` gives the tree of typescript-eslint (its documentation, "AST types")
    if (errors.length === 0 || program.body.length > 0) return { program: program as unknown as TSESTree.Program };
    line = getPosition(getLineStarts(text), errors[0]?.labels[0]?.start ?? 0).line;
  }
  return { reason: `not valid JavaScript or TypeScript: ${asText}`, line };
}

const asText = 'searched as text only, so logged secrets and grants were not looked at; mend it or put it under "ignore"';

function getAttempts(path: string): ParserOptions[] {
  if (/\.[cm]?ts$/u.test(path)) return [{ lang: 'ts' }];
  if (path.endsWith('.tsx')) return [{ lang: 'tsx' }];
  return [{ lang: 'jsx', sourceType: 'unambiguous' }, { lang: 'jsx', sourceType: 'commonjs' }, { lang: 'tsx' }];
}
