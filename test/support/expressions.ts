import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { root } from './command.ts';

/** A regular expression that stands in the sources. */
export interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

export const findExpressions = (): Expression[] =>
  readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => {
      const file = `src/${name.replaceAll('\\', '/')}`;
      return findLiterals(parseSync(file, readFileSync(path.join(root, file), 'utf8')).program).map(({ pattern, flags }) => ({ file, source: pattern, flags }));
    });

interface Literal {
  readonly pattern: string;
  readonly flags: string;
}

function findLiterals(node: unknown, found: Literal[] = []): Literal[] {
  if (typeof node !== 'object' || node === null) return found;
  if ('regex' in node && node.regex !== null && typeof node.regex === 'object') found.push(node.regex as Literal);
  for (const child of Object.values(node)) findLiterals(child, found);
  return found;
}
