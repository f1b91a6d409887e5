import type { CloudFormationSite } from './sites/cloudformation.ts';
import type { CorrectionSite } from './sites/correction.ts';
import type { DotenvSite } from './sites/dotenv.ts';
import type { EcsSite } from './sites/ecs.ts';
import type { JavaScriptSite } from './sites/javascript.ts';
import type { LogSite } from './sites/log.ts';
import type { PolicySite } from './sites/policy.ts';
import type { PythonSite } from './sites/python.ts';
import type { ShellSite } from './sites/shell.ts';

/**
 * What a remedy needs to know of the place of a problem, gathered while the file's syntax is at hand: one file of `sites/`
 * for each carrier. Plain data; `refusal` says why no edit is safe here.
 */
export type Site =
  | CloudFormationSite
  | CorrectionSite
  | DotenvSite
  | EcsSite
  | JavaScriptSite
  | LogSite
  | PolicySite
  | PythonSite
  | ShellSite;
