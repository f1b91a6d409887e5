import type { Knowledge, Question } from '../core/plan.ts';
import type { Reference } from '../core/reference.ts';
import { judgeForm } from './form.ts';
import { getBase, readName, toStoreName } from './name.ts';

/** What the store has to be asked for the sake of these references. */
export function getQuestion(references: readonly Reference[]): Question {
  return { names: [...new Set(references.flatMap(getNames))], fragments: [...new Set(references.flatMap(getFragments))] };
}

/** A name with a version or label is asked for without it too, to tell which of the two is missing. */
function getNames(reference: Reference): string[] {
  const fault = judgeForm(reference);
  if (fault !== undefined) return fault.meant === undefined ? [] : [fault.meant];
  const name = toStoreName(reference);
  if (name === undefined) return [];
  const { selector } = readName(name);
  return selector === undefined || reference.service !== 'ssm' ? [name] : [name, getBase(name, selector)];
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
  return [...new Set(missing.map(({ name }) => readName(name).path.split('/').findLast((part) => part.length > 2) ?? ''))].filter((part) => part !== '');
}
