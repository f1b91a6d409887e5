import { runChecker, type Check } from '../../support/checker.ts';

export const check = (folder: string): Check => runChecker('check-jsonschema', ['--builtin-schema', 'vendor.compose-spec', 'compose.yaml'], folder);
