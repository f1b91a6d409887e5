import type { ParserOptions } from 'oxc-parser';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Detect } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import { isTestPath } from '../core/paths.ts';
import type { ScanResult } from '../core/problem.ts';
import { getLineStarts, getPosition } from '../core/range.ts';
import type { Scanner, SourceFile } from '../core/scanner.ts';
import { findHardcodedSecrets } from '../ecmascript/hardcoded.ts';
import { mayHoldSecret } from '../ecmascript/may-hold-secret.ts';
import { findWildcardGrants, mayHoldPolicy } from '../ecmascript/policies.ts';
import { findLoggedSecrets } from '../flow/logged-secrets.ts';
import { mayLogSecret } from '../flow/may-log-secret.ts';
import { findTextSecrets } from './text.ts';

/** JavaScript and TypeScript: the same analyses as the ESLint rules, over a parser made for speed. */
export const javascript: Scanner = {
  id: 'javascript',
  handles: formats.javascript,
  async scan(file, detect, { loggers } = { loggers: [] }) {
    const { text } = file;
    const suspicions = { secret: mayHoldSecret(text, detect), log: mayLogSecret(text, loggers), policy: mayHoldPolicy(text) };
    if (!suspicions.secret && !suspicions.log && !suspicions.policy) return { problems: [], unread: [] };
    const parsed = await parse(file);
    return 'program' in parsed ? analyze(file, parsed.program, detect, suspicions, loggers) : { problems: findTextSecrets(file, detect), unread: [parsed] };
  },
  warmUp: () => import('oxc-parser'),
};

/** What a look at the text alone could not rule out. */
interface Suspicions {
  readonly secret: boolean;
  readonly log: boolean;
  readonly policy: boolean;
}

function analyze(file: SourceFile, program: TSESTree.Program, detect: Detect, suspicions: Suspicions, loggers: readonly string[]): ScanResult {
  const { path, text, moduleType } = file;
  const source = { program, text, path, ...(moduleType === undefined ? {} : { moduleType }) };
  return {
    problems: [
      ...(suspicions.secret ? findHardcodedSecrets(source, detect) : []),
      ...(suspicions.log ? findLoggedSecrets(program, text, { isTestFile: isTestPath(path), loggers }) : []),
      ...(suspicions.policy ? findWildcardGrants(program, text) : []),
    ],
    unread: [],
  };
}

/** Ambiguous endings are tried in turn: a module, then CommonJS, then types in a `.js` file. */
async function parse({ path, text }: SourceFile): Promise<{ program: TSESTree.Program } | { reason: string; line: number }> {
  const { parseSync } = await import('oxc-parser');
  let line = 1;
  for (const options of getAttempts(path)) {
    const { program, errors } = parseSync(path, text, { astType: 'ts', range: true, preserveParens: false, ...options });
    // oxc with `astType: 'ts'` gives the tree of typescript-eslint (its documentation, "AST types")
    if (errors.length === 0 || program.body.length > 0) return { program: program as unknown as TSESTree.Program };
    line = getPosition(getLineStarts(text), errors[0]?.labels[0]?.start ?? 0).line;
  }
  return { reason: 'not valid JavaScript or TypeScript: searched as text only, so logged secrets and grants were not looked at; mend it or put it under "ignore"', line };
}

function getAttempts(path: string): ParserOptions[] {
  if (/\.[cm]?ts$/u.test(path)) return [{ lang: 'ts' }];
  if (path.endsWith('.tsx')) return [{ lang: 'tsx' }];
  return [{ lang: 'jsx', sourceType: 'unambiguous' }, { lang: 'jsx', sourceType: 'commonjs' }, { lang: 'tsx' }];
}
