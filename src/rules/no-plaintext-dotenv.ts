import { findDotenvSecrets } from '../core/dotenv-verdict.ts';
import { createProblemRule } from '../eslint/create-rule.ts';
import { detect } from '../eslint/detect.ts';

export const noPlaintextDotenv = createProblemRule({
  id: 'no-plaintext-dotenv',
  roots: ['Dotenv'],
  getProblems: ({ path, text }) => findDotenvSecrets(path, text, detect).problems,
});
