import type { Detect } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import { isVagueName } from '../core/names.ts';
import { isTestPath } from '../core/paths.ts';
import type { Problem, Subject } from '../core/problem.ts';
import type { Scanner, SourceFile } from '../core/scanner.ts';
import { getHolder } from '../php/holder.ts';
import { findReferences } from '../php/references.ts';
import { findTexts, getPhpSite } from '../php/site.ts';
import type { PhpNode } from '../php/tree.ts';
import { mayRefer } from '../references/may-refer.ts';
import { findTextSecrets } from './text.ts';
import { parse } from './php/parse.ts';

/** PHP: found as in any text, and read as a program where something was found. */
export const php: Scanner = {
  id: 'php',
  handles: formats.php,
  async scan(file, detect) {
    const problems = findTextSecrets(file, detect);
    const canRefer = mayRefer(file.text) && !isTestPath(file.path);
    const program = problems.length > 0 || canRefer ? await parse(file.text) : undefined;
    if (program === undefined) return { problems, unread: [] };
    return { problems: locate(problems, program, file, detect), references: canRefer ? findReferences(program, file.text) : [], unread: [] };
  },
};

/** Adds what a remedy needs to know of each place, and the name of a secret that was found by its format. */
function locate(problems: readonly Problem[], program: PhpNode, { text }: SourceFile, detect: Detect): Problem[] {
  if (problems.length === 0) return [];
  const texts = findTexts(program);
  const matches = new Map(detect.tokens(text).map((match) => [match.range[0], match]));
  return problems.map((problem) => {
    const cursor = texts.find(problem.range);
    if (cursor === undefined) return problem;
    const match = matches.get(problem.range[0]);
    const subject = toSubject(problem, getHolder(cursor));
    return { ...problem, site: getPhpSite(cursor, text, problem.range, match?.detectorId === problem.kind ? match : undefined), ...(subject === undefined ? {} : { subject }) };
  });
}

function toSubject({ kind, subject }: Problem, holder: Subject | undefined): Subject | undefined {
  if (subject !== undefined) return { ...subject, path: holder?.name === subject.name ? holder.path : [] };
  return holder === undefined || !isVagueName(holder.name) ? holder : { name: kind, path: [...holder.path, holder.name] };
}
