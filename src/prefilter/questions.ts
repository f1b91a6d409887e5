/** What a look at the bytes of a file cannot rule out. A question that is not asked costs nothing when the file is read. */
export interface Suspicions {
  /** A secret stands in the text as it is. */
  secret: boolean;
  /** A secret stands in a part that is encoded. */
  layer: boolean;
  /** A secret reaches a log. */
  log: boolean;
  /** A policy grants what opens secrets. */
  policy: boolean;
  /** A parameter or secret of AWS is referred to. */
  reference: boolean;
  /** Parameters seem to be read, in whatever language. */
  mention: boolean;
  /** A comment for paramguard. */
  comment: boolean;
}

export const noSuspicions: Readonly<Suspicions> = { secret: false, layer: false, log: false, policy: false, reference: false, mention: false, comment: false };

export const everySuspicion: Readonly<Suspicions> = { secret: true, layer: true, log: true, policy: true, reference: true, mention: true, comment: true };

export const isSuspicious = ({ secret, layer, log, policy, reference, mention, comment }: Readonly<Suspicions>): boolean => secret || layer || log || policy || reference || mention || comment;
