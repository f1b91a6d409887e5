import type { Knowledge, Question } from '../core/plan.ts';
import type { Reference } from '../core/reference.ts';
import { judgeForm } from './form.ts';
import { readName, toStoreName } from './name.ts';
import { getStageNames } from './stages.ts';

/** What the store has to be asked for the sake of these references. */
export function getQuestion(references: readonly Reference[], stages: readonly string[]): Question {
  const names = references.flatMap(getNames);
  return { names: [...new Set([...names, ...names.flatMap((name) => getStageNames(name, stages))])], fragments: [...new Set(references.flatMap(getFragments))] };
}

function getNames(reference: Reference): string[] {
  const fault = judgeForm(reference);
  if (fault !== undefined) return fault.meant === undefined ? [] : [fault.meant];
  const name = toStoreName(reference);
  return name === undefined ? [] : [name];
}

/** The longest part of an open name that is fixed. */
function getFragments(reference: Reference): string[] {
  if (reference.service !== 'ssm' || toStoreName(reference) !== undefined || judgeForm(reference) !== undefined) return [];
  const [longest = ''] = readName(reference.name).path.split('*').sort((a, b) => b.length - a.length);
  return longest.replaceAll('/', '').length < 3 ? [] : [longest];
}

/** For names that are not there: what else ends like them. */
export function getNearFragments(references: readonly Reference[], { answers }: Knowledge): string[] {
  const missing = references.filter((reference) => answers.get(toStoreName(reference) ?? '')?.state === 'absent' && reference.service === 'ssm');
  return [...new Set(missing.map(({ name }) => readName(name).path.split('/').findLast((part) => part.length > 2) ?? ''))].filter((part) => part !== '').slice(0, maxNearFragments);
}

/** One more question: where more names than this are missing, likeness is not what helps. */
const maxNearFragments = 10;
