import type { Edit } from './edit.ts';
import type { Problem, Subject } from './problem.ts';
import type { Site } from './site.ts';
import type { Present } from './store.ts';

/** What is known of the project around a file. */
export interface Project {
  /** Of the nearest `package.json`; undefined where there is none. */
  readonly moduleType?: 'module' | 'commonjs';
  /** Undefined where no `package.json` is known. */
  readonly dependencies?: ReadonlySet<string>;
  /** Of the nearest `composer.json`; undefined where none is known. */
  readonly composer?: ComposerFacts;
  /** Parameters of this project, from the config's `prefix`, such as `/prod/shop/`; empty where none is set. */
  readonly prefix: string;
}

/** What a `composer.json` requires. */
export interface ComposerFacts {
  readonly packages: ReadonlySet<string>;
  /** Versions of PHP, such as `^8.2`; empty where none are said. */
  readonly php: string;
}

export interface RemedyRequest<S extends Site = Site> {
  readonly text: string;
  readonly problem: Problem;
  readonly site: S;
  /** Present in the store, SecureString for a secret; undefined for a remedy that needs none. */
  readonly parameter?: Present;
  /** What the store has below the project's prefix, for policies. */
  readonly parametersBelowPrefix: readonly Present[];
  readonly project: Project;
  /** The one SecureString that is sure to hold another value; for edits that take several values along. */
  findParameter?(subject: Subject): Present | undefined;
}

/** An edit with its one-line title, or the reason why there is none and what to do instead. */
export type Proposal =
  | { readonly edits: readonly Edit[]; readonly title: string; readonly note?: string }
  | { readonly edits: undefined; readonly reason: string };

/** How one carrier refers to Parameter Store: one file of `remedies/`. */
export interface Remedy<S extends Site = Site> {
  readonly carrier: S['carrier'];
  /** `parameter`: one that holds the secret. `prefix`: what the project's prefix holds. `nothing`: the edit stands alone. */
  readonly needs: 'parameter' | 'prefix' | 'nothing';
  /** What becomes of a name that stands for a secret of Secrets Manager: it is read like a parameter's, or this is to be done. */
  readonly secrets?: 'like-parameters' | { readonly advice: string };
  propose(request: RemedyRequest<S>): Proposal;
}
