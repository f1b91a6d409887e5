import type { ParameterRead } from '../iam/read-grant.ts';

/** Reading actions that a text seems to call, with names that nobody can read there; `any` for a library or tool that calls some. */
export type Mention = ParameterRead | 'any';

/** For being quiet only: a call counts whatever its language, a policy's own words do not. */
export function findMentions(path: string, text: string): readonly Mention[] {
  if (isSilent(path)) return [];
  const called = text.includes('arameter') && anyCall.test(text) ? calls.flatMap(([mention, call]) => (call.test(text) ? [mention] : [])) : [];
  return [...called, ...(loaders.test(text) ? (['any'] as const) : [])];
}

/** Asked of the text around a place: false for all of them means that nothing is mentioned. */
export const mayMention = (path: string, part: string): boolean => !isSilent(path) && ((anyCall.test(part) && calls.some(([, call]) => call.test(part))) || loaders.test(part));

/** What is said there is called by nothing: documents, and declarations of types. */
const isSilent = (path: string): boolean => /\.(?:md|mdx|rst|adoc|txt|html?|lock|d\.[cm]?ts)$/iu.test(path);

const anyCall = /get[-_]?parameter|powertools/iu;

const calls: readonly (readonly [Mention, RegExp])[] = [
  ['ssm:GetParameter', /(?<!ssm:)get[-_]?parameter(?!s|[-_]?history)/iu],
  ['ssm:GetParameters', /(?<!ssm:)get[-_]?parameters(?![-_]?by[-_]?path)/iu],
  // Powertools reads a path with get_parameters
  ['ssm:GetParametersByPath', /(?<!ssm:)get[-_]?parameters[-_]?by[-_]?path|powertools/iu],
  ['ssm:GetParameterHistory', /(?<!ssm:)get[-_]?parameter[-_]?history/iu],
];

const loaders = /\bchamber\b|aws-parameterstore|AddSystemsManager|@middy\/ssm|\bssm-env\b|secrets-store|\bconfd\b|envilder|ssm:\/\/|parameters-secrets-extension|systemsmanager\/parameters/u;
