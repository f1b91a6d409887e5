import { mayHoldPolicy } from '../ecmascript/may-hold-policy.ts';
import { findWildcardGrants } from '../ecmascript/policies.ts';
import { createProblemRule } from '../eslint/create-rule.ts';

export const noWildcardResource = createProblemRule({
  id: 'no-wildcard-resource',
  roots: ['Program'],
  getProblems: ({ program, text }) => (mayHoldPolicy(text) ? findWildcardGrants(program, text) : []),
});
