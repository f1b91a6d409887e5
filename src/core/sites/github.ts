import type { Range } from '../range.ts';

export interface GithubSite {
  readonly carrier: 'github';
  /** `job`: in the `env` of a job, for all its steps. `value`: a value of one step. `script`: an assignment in a step's script. */
  readonly place: 'job' | 'value' | 'script';
  /** What is replaced: the value with its quotes; in a script the word that is assigned. */
  readonly range: Range;
  readonly variable: string;
  readonly needsQuotes: boolean;
  /** `env` of the job: its key and its entries, from key to end. */
  readonly env?: { readonly keyRange: Range; readonly entries: readonly { readonly range: Range; readonly isSecret: boolean }[]; readonly index: number };
  /** The step that signs in to AWS. */
  readonly login?: { readonly range: Range; readonly region?: string };
  /** Ids of the job's steps. */
  readonly ids: readonly string[];
  readonly refusal?: string;
}
