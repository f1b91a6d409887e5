import type { ApprunnerSite } from './sites/apprunner.ts';
import type { BeanstalkSite } from './sites/beanstalk.ts';
import type { CdkSite } from './sites/cdk.ts';
import type { CloudFormationSite } from './sites/cloudformation.ts';
import type { CodebuildSite } from './sites/codebuild.ts';
import type { ComposeSite } from './sites/compose.ts';
import type { CopilotSite } from './sites/copilot.ts';
import type { CorrectionSite } from './sites/correction.ts';
import type { DotenvSite } from './sites/dotenv.ts';
import type { DotnetSite } from './sites/dotnet.ts';
import type { EcsSite } from './sites/ecs.ts';
import type { GithubSite } from './sites/github.ts';
import type { JavaScriptSite } from './sites/javascript.ts';
import type { KubernetesSite } from './sites/kubernetes.ts';
import type { LambdaSite } from './sites/lambda.ts';
import type { LogSite } from './sites/log.ts';
import type { PhpSite } from './sites/php.ts';
import type { PolicySite } from './sites/policy.ts';
import type { PythonSite } from './sites/python.ts';
import type { ServerlessSite } from './sites/serverless.ts';
import type { ShellSite } from './sites/shell.ts';
import type { SpringSite } from './sites/spring.ts';
import type { TerraformSite } from './sites/terraform.ts';

/**
 * What a remedy needs to know of the place of a problem, gathered while the file's syntax is at hand: one file of `sites/`
 * for each carrier. Plain data; `refusal` says why no edit is safe here.
 */
export type Site =
  | ApprunnerSite
  | BeanstalkSite
  | CdkSite
  | CloudFormationSite
  | CodebuildSite
  | ComposeSite
  | CopilotSite
  | CorrectionSite
  | DotenvSite
  | DotnetSite
  | EcsSite
  | GithubSite
  | JavaScriptSite
  | KubernetesSite
  | LambdaSite
  | LogSite
  | PhpSite
  | PolicySite
  | PythonSite
  | ServerlessSite
  | ShellSite
  | SpringSite
  | TerraformSite;
