import type { Range } from '../range.ts';

export interface TerraformSite {
  readonly carrier: 'terraform';
  /** The text with its quotes. */
  readonly range: Range;
  /** Kind of the outermost block; `default` of a variable; a file of variables' values. */
  readonly place: 'resource' | 'data' | 'module' | 'provider' | 'locals' | 'output' | 'default' | 'tfvars' | 'other';
  /** First label of the outermost block: a resource's type, a provider's or a variable's name. */
  readonly type: string;
  /** Nested blocks, the argument and keys. */
  readonly path: readonly string[];
  /** Where the text is the whole value of an argument of the outermost block. */
  readonly argument?: {
    readonly nameRange: Range;
    /** Lines whose signs stand under each other, this one among them. */
    readonly lines: readonly TerraformLine[];
    /** Names of the block's arguments. */
    readonly siblings: readonly string[];
    /** What the block's `name` says, where that is a plain text. */
    readonly ownName: string;
  };
  /** Parameters that the file declares. */
  readonly declarations: readonly TerraformDeclaration[];
  /** What the module asks for, as it stands in this file. */
  readonly requiredVersion?: string;
  readonly providerVersion?: string;
  readonly refusal?: string;
}

export interface TerraformLine {
  readonly nameRange: Range;
  readonly equals: number;
}

export interface TerraformDeclaration {
  readonly kind: 'data' | 'ephemeral';
  readonly label: string;
  /** Name or ARN, where nothing else is said of it. */
  readonly reference?: string;
}
