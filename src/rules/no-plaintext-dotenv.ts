import { findDotenvSecrets } from '../core/dotenv-verdict.ts';
import { createProblemRule } from '../eslint/create-rule.ts';
import { getDetect } from '../eslint/detect.ts';

export const noPlaintextDotenv = createProblemRule({
  id: 'no-plaintext-dotenv',
  roots: ['Dotenv'],
  getProblems: ({ path, text }, _cwd, settings) => findDotenvSecrets(path, text, getDetect(settings)).problems,
});
