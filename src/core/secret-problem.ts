import type { RuleId } from './catalogue.ts';
import type { Match } from './detect.ts';
import type { Problem, Subject } from './problem.ts';
import { createRangeList, type RangeList } from './range-list.ts';
import type { Site } from './site.ts';

/** The problem of a secret that stands in a file. */
export function toSecretProblem(
  match: Match,
  where: { ruleId?: RuleId; subject?: Subject | undefined; site?: Site | undefined } = {},
): Problem {
  const { ruleId = 'no-hardcoded-secrets', subject, site } = where;
  const name = subject === undefined ? '' : match.secret.redact(subject.name);
  // a subject that is only called after the format says nothing new
  const isShown = /^[\w.$@/ -]{1,80}$/u.test(name) && name !== match.detectorId;
  return {
    ruleId,
    kind: match.detectorId,
    severity: match.severity,
    range: match.range,
    message: getMessage(ruleId, match.title, isShown ? name : ''),
    secretRanges: [match.range],
    secret: match.secret,
    ...(subject === undefined ? {} : { subject }),
    ...(site === undefined ? {} : { site }),
  };
}

/** Where two problems mark the same text, the first one stays: list the surer ones first. */
export function dropOverlapping(problems: readonly Problem[]): Problem[] {
  const kept = new Map<RuleId, RangeList<Problem>>();
  for (const problem of problems) {
    const list = kept.get(problem.ruleId) ?? createRangeList<Problem>();
    kept.set(problem.ruleId, list);
    list.add(problem);
  }
  return [...kept.values()].flatMap(({ items }) => items).sort((a, b) => a.range[0] - b.range[0]);
}

function getMessage(ruleId: RuleId, title: string, name: string): string {
  const subject = title.charAt(0).toUpperCase() + title.slice(1);
  if (ruleId === 'no-plaintext-dotenv') return name === '' ? `${subject} stands here in plain text.` : `${subject} stands in plain text in "${name}".`;
  return name === '' ? `${subject} is hard-coded here.` : `${subject} is hard-coded in "${name}".`;
}
