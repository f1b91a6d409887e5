import { parse as parseTypeScript } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import * as espree from 'espree';
import { parseSync } from 'oxc-parser';

export type ParserName = 'typescript-eslint' | 'oxc' | 'espree';

/** The three trees that the analysis meets: in editors, in the command, and where a project has plain JavaScript. */
export const parsers: Readonly<Record<ParserName, (text: string) => TSESTree.Program>> = {
  'typescript-eslint': (text) => parseTypeScript(text, { range: true, sourceType: 'module', ecmaFeatures: { jsx: isJsx(text) } }),
  oxc: (text) => {
    const { program, errors } = parseSync(isJsx(text) ? 'file.tsx' : 'file.ts', text, { range: true, astType: 'ts' });
    if (errors.length > 0) throw new SyntaxError(errors[0]?.message);
    return program as unknown as TSESTree.Program;
  },
  espree: (text) => espree.parse(text, { range: true, ecmaVersion: 'latest', sourceType: 'module' }) as unknown as TSESTree.Program,
};

/** A cast in angle brackets and JSX exclude each other. */
const isJsx = (text: string): boolean => !/<\w+>\w/u.test(text);
