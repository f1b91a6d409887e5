import type { Range } from './range.ts';

/** A statement of a policy about reading parameters. */
export interface ReadGrant {
  readonly effect: 'allow' | 'deny';
  /** All actions of the statement, those of other services too. */
  readonly actions: readonly GrantedText[];
  readonly resources: readonly GrantedText[];
  /** A condition, an exception or a part that is not written here: it may grant more or less than it says, so nothing is said against it. */
  readonly isOpen: boolean;
  /** Whose role it belongs to, where its names tell. */
  readonly role?: 'execution' | 'deployment';
  /** The actions stand within the statement: an edit of them changes nothing else. */
  readonly isEditable: boolean;
}

export interface GrantedText {
  /** Undefined where only the deployment knows it; holes are `${…}`. */
  readonly text: string | undefined;
  /** The value with its tag and quotes. */
  readonly range: Range;
  /** How it stands in its list, for edits. */
  readonly layout: 'single' | 'flow-item' | 'block-item';
}
