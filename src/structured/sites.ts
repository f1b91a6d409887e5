import type { Match } from '../core/detect.ts';
import type { Site } from '../core/site.ts';
import type { Cursor, ScalarTree, Tree } from '../core/tree.ts';
import { getApprunnerSite } from './apprunner.ts';
import { getBeanstalkSite } from './beanstalk.ts';
import { getCloudFormationSite } from './cloudformation.ts';
import { getCodebuildSite } from './codebuild.ts';
import { getCopilotSite } from './copilot.ts';
import { getComposeSite } from './compose.ts';
import type { StructuredFile } from './document.ts';
import { getDotnetSite } from './dotnet.ts';
import { getEcsSite } from './ecs.ts';
import { getGithubSite } from './github.ts';
import { getKubernetesSite } from './kubernetes.ts';
import { getLambdaSite } from './lambda.ts';
import { getServerlessSite } from './serverless.ts';
import { refuseShared } from './shared.ts';
import { getSpringSite } from './spring.ts';

/** A secret's place in a document, for whoever may know its carrier. */
export interface Placement {
  readonly cursor: Cursor<ScalarTree>;
  readonly file: StructuredFile;
  /** The secret is the whole value, not a part of it. */
  readonly isWhole: boolean;
  /** Tells which other values of the document are secrets. */
  readonly isFound: (tree: Tree) => boolean;
  /** The secret itself. */
  readonly match: Match;
  /** All documents of the file. */
  readonly roots: readonly Tree[];
}

/** The most specific carriers first: the first one that knows the place has it. */
const carriers: readonly ((placement: Placement) => Site | undefined)[] = [
  getGithubSite,
  getComposeSite,
  getKubernetesSite,
  ({ cursor, file, isWhole, isFound }) => getEcsSite(cursor, file, isWhole, isFound),
  ({ cursor, file, isWhole, isFound }) => getApprunnerSite(cursor, file.path, isWhole, isFound),
  ({ cursor, file, isWhole }) => getCodebuildSite(cursor, file, isWhole),
  ({ cursor, file, isWhole }) => getLambdaSite(cursor, file.text, isWhole),
  ({ cursor, file, isWhole }) => getCopilotSite(cursor, file, isWhole),
  ({ cursor, file, isWhole }) => getBeanstalkSite(cursor, file, isWhole),
  ({ cursor, file, isWhole }) => getServerlessSite(cursor, file, isWhole),
  ({ cursor, file }) => getDotnetSite(cursor, file),
  ({ cursor, file, isWhole }) => getSpringSite(cursor, file, isWhole),
  ({ cursor, file, isWhole }) => getCloudFormationSite(cursor, file.format, isWhole),
];

export function getSite(placement: Placement): Site | undefined {
  for (const carrier of carriers) {
    const site = carrier(placement);
    if (site !== undefined) return placement.file.format === 'yaml' ? refuseShared(site, placement.cursor, placement.file.text) : site;
  }
  return undefined;
}
