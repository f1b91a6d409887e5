import { runChecker, type Check } from './checker.ts';

/** The linter of CloudFormation's own makers on the template of a folder. */
export const checkTemplate = (folder: string): Check => runChecker('cfn-lint', ['--non-zero-exit-code', 'error', 'stack.yaml'], folder);
