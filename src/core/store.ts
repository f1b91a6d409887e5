/** Parameter Store's three types (API_ParameterMetadata in the Systems Manager API reference), and a secret of Secrets Manager. */
export type ParameterType = 'String' | 'StringList' | 'SecureString' | 'Secret';

/** What is known of a parameter; never its value. */
export interface ParameterFacts {
  /** Full name, with its leading slash if it has one. */
  readonly name: string;
  readonly type: ParameterType;
  /** Absent for a secret of Secrets Manager, whose versions have no numbers. */
  readonly version?: number;
  /** KMS key id, ARN or alias of a SecureString, where the store told it. */
  readonly keyId?: string;
}

/** Where and when an answer was taken. */
export interface Evidence {
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
  /** 12 digits; absent where the store did not tell it. */
  readonly account?: string;
  readonly region: string;
}

export interface Present {
  readonly state: 'present';
  readonly parameter: ParameterFacts;
  readonly evidence: Evidence;
}

export interface Absent {
  readonly state: 'absent';
  /**
   * What is not there. Where it is only the version or label that was asked for, `parameter` is what is there; `deleted` is a
   * secret that waits for its deletion and cannot be read.
   */
  readonly what: 'parameter' | 'version' | 'label' | 'deleted';
  readonly parameter?: ParameterFacts;
  readonly evidence: Evidence;
}

/**
 * Why there is no answer. `denied` is not absent: AWS denies before it tells whether a name exists.
 * `invalid-name` is not absent either: the store refuses the question, and creating the parameter would not mend it.
 * `other-region` and `other-account`: an ARN leads to where nobody looked.
 */
export type UnknownReason =
  | 'no-store'
  | 'no-credentials'
  | 'no-region'
  | 'expired-credentials'
  | 'denied'
  | 'throttled'
  | 'timeout'
  | 'unreachable'
  | 'invalid-name'
  | 'other-region'
  | 'other-account'
  | 'failed';

export interface Unknown {
  readonly state: 'unknown';
  readonly reason: UnknownReason;
  /** One line: what is wrong and what to do. */
  readonly detail: string;
}

/** Three answers, never two. */
export type Answer = Present | Absent | Unknown;

export interface Found {
  readonly state: 'found';
  /** Ordered by name. */
  readonly parameters: readonly ParameterFacts[];
  readonly evidence: Evidence;
}

export type SearchResult = Found | Unknown;

/** A place that knows which parameters exist. No method returns a value, and no method throws for what a user can mend. */
export interface ParameterStore {
  /** How the place is named in output, such as `AWS eu-west-1` or `.paramguard/inventory.json`. */
  readonly label: string;
  /** One answer for each distinct name. */
  lookUp(names: readonly string[]): Promise<ReadonlyMap<string, Answer>>;
  /** Parameters whose name contains any of the fragments, compared without case; at most 200. */
  search(fragments: readonly string[]): Promise<SearchResult>;
  /** Every parameter, for `paramguard sync`. */
  list(): Promise<SearchResult>;
}
