import type { Subject } from '../problem.ts';
import type { Range } from '../range.ts';

export type KubernetesSite = SecretSite | VariableSite | ConfigSite;

interface Shared {
  readonly carrier: 'kubernetes';
  readonly refusal?: string;
}

/** A value in the manifest of a Secret. */
export interface SecretSite extends Shared {
  readonly place: 'secret';
  readonly key: string;
  /** Absent where the manifest cannot be rewritten; `obstacle` says why. */
  readonly manifest?: SecretManifest;
  readonly obstacle?: string;
}

export interface SecretManifest {
  readonly apiVersionRange: Range;
  readonly kindRange: Range;
  /** Entries that an ExternalSecret has not, from key to end: the first one makes room for `spec`. */
  readonly replaced: readonly Range[];
  readonly store: SecretStore;
  /** Other than `Opaque`. */
  readonly type?: string;
  readonly isImmutable: boolean;
  readonly keys: readonly SecretKey[];
  /** Lines for the template's own metadata, as they are to be written. */
  readonly labels: readonly (readonly [group: string, lines: readonly string[]])[];
}

/** A store of the External Secrets Operator for Parameter Store. */
export interface SecretStore {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Where it is a literal. */
  readonly region?: string;
}

export interface SecretKey {
  readonly key: string;
  /** Of a secret: what its parameter is looked for by. */
  readonly subject?: Subject;
  /** Of any other value: as it is to be written in a template. */
  readonly template?: string;
}

/** A variable of a container. */
export interface VariableSite extends Shared {
  readonly place: 'variable';
  readonly variable: string;
  /** From the key `value` to the end of the value. */
  readonly range: Range;
  readonly isFlow: boolean;
  readonly format: 'json' | 'yaml';
  /** What the ExternalSecrets of the file make. */
  readonly sources: readonly { readonly secret: string; readonly key: string; readonly parameter: string }[];
}

/** A value in a ConfigMap. */
export interface ConfigSite extends Shared {
  readonly place: 'config';
  readonly key: string;
}
