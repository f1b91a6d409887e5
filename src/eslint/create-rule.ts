import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { catalogue, getRuleUrl, type RuleId } from '../core/catalogue.ts';
import { describePresent } from '../core/evidence.ts';
import { noRemedy, toFindings, type RemedyOutcome } from '../core/finding.ts';
import type { Problem } from '../core/problem.ts';
import { planForEditor } from './plan-for-editor.ts';
import { getSettings, type Settings } from './settings.ts';

export type MessageId = 'leak' | 'replace' | 'replaceNoted';

/** What a rule looks at. */
export interface RuleSource {
  readonly text: string;
  /** Relative to ESLint's working directory, with forward slashes. */
  readonly path: string;
  readonly program: TSESTree.Program;
}

interface ProblemRule {
  readonly id: RuleId;
  /** The root nodes of the languages that the rule is for. */
  readonly roots: readonly (keyof typeof languages)[];
  getProblems(source: RuleSource, cwd: string, settings: Settings): readonly Problem[];
  /** Problems whose way out is known with them. */
  getFindings?(source: RuleSource, settings: Settings): readonly { readonly problem: Problem; readonly remedy: RemedyOutcome }[];
}

/** A rule gives problems; what they look like in ESLint is decided here. */
export function createProblemRule({ id, roots, getProblems, getFindings }: ProblemRule): TSESLint.RuleModule<MessageId> {
  const rule = creator<[], MessageId>({
    name: id,
    meta: {
      type: 'problem',
      docs: { description: catalogue[id].description },
      hasSuggestions: true,
      schema: [],
      messages: {
        leak: `{{message}} ${catalogue[id].why}`,
        replace: 'Use Parameter Store: {{title}} ({{evidence}}).',
        replaceNoted: '{{title}}.',
      },
      defaultOptions: [],
    },
    create(context) {
      const path = toRelative(context.filename, context.cwd);
      const visit = (program: TSESTree.Program): void => {
        const source = { text: context.sourceCode.text, path, program };
        const settings = getSettings(context.cwd, context.settings);
        for (const problem of selectOpen(source, getProblems(source, context.cwd, settings), settings)) report(context, problem, planForEditor(context, source, problem));
        const remedies = new Map(getFindings?.(source, settings).map(({ problem, remedy }) => [problem, remedy]));
        for (const problem of selectOpen(source, [...remedies.keys()], settings)) report(context, problem, problem.site === undefined ? [remedies.get(problem) ?? noRemedy] : planForEditor(context, source, problem));
      };
      return Object.fromEntries(roots.map((root) => [root, visit]));
    },
  });
  // read by ESLint 10.2 and later, unknown to the types
  return { ...rule, meta: { ...rule.meta, languages: roots.map((root) => languages[root]) } };
}

/** What comments and the config let pass is let pass here too. */
const selectOpen = (source: RuleSource, problems: readonly Problem[], { policy }: Settings): readonly Problem[] =>
  toFindings(source, problems, policy).flatMap(({ problem, suppression }) => (suppression === undefined ? [problem] : []));

/** The languages by the root node of their syntax trees. */
const languages = { Program: 'js/js', Dotenv: 'paramguard/dotenv' } as const;

const creator = RuleCreator((name) => getRuleUrl(name as RuleId));

type Context = Readonly<TSESLint.RuleContext<MessageId, []>>;

function report(context: Context, problem: Problem, outcomes: readonly RemedyOutcome[]): void {
  const { sourceCode } = context;
  context.report({
    loc: { start: sourceCode.getLocFromIndex(problem.range[0]), end: sourceCode.getLocFromIndex(problem.range[1]) },
    messageId: 'leak',
    data: { message: problem.message },
    suggest: outcomes.flatMap((outcome) => toSuggestion(outcome)),
  });
}

function toSuggestion(outcome: RemedyOutcome): TSESLint.SuggestionReportDescriptor<MessageId>[] {
  if (outcome.state !== 'offered') return [];
  const { title, parameter, edits } = outcome;
  const ordered = [...edits].sort((a, b) => a.range[0] - b.range[0] || (a.rank ?? 0) - (b.rank ?? 0));
  return [
    {
      messageId: parameter === undefined ? 'replaceNoted' : 'replace',
      data: parameter === undefined ? { title: title.charAt(0).toUpperCase() + title.slice(1) } : { title, evidence: describePresent(parameter, Date.now()) },
      fix: (fixer) => ordered.map((edit) => fixer.replaceTextRange([...edit.range], edit.text)),
    },
  ];
}

const toRelative = (filename: string, cwd: string): string => {
  const file = filename.replaceAll('\\', '/');
  const folder = `${cwd.replaceAll('\\', '/').replace(/\/$/u, '')}/`;
  return file.startsWith(folder) ? file.slice(folder.length) : file;
};
