import type { Detect } from './detect.ts';
import type { FileFormat } from './file-format.ts';
import type { ScanResult } from './problem.ts';

/** A text file as the scanners see it. */
export interface SourceFile {
  /** Relative to the root of the scan, with forward slashes. */
  readonly path: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** `type` of the nearest `package.json`; absent where there is none or it was not asked for. */
  readonly moduleType?: 'module' | 'commonjs' | undefined;
  /** What the format of a file of this name tells to be a credential; absent where nothing is known of the name. */
  readonly rows?: readonly FileFormat[];
}

/** How one file format is read: one file of `scanners/`. */
export interface Scanner {
  readonly id: string;
  /** Whether a file of this path is of the format. */
  handles(path: string): boolean;
  /** Never throws for what a file may hold; what could not be read as the format is in `unread`. */
  scan(file: SourceFile, detect: Detect, settings?: ScanSettings): ScanResult | Promise<ScanResult>;
}

/** A scanner that is not loaded yet. */
export interface ScannerEntry {
  readonly id: string;
  handles(path: string): boolean;
  load(): Promise<Scanner>;
}

/** What the config says to the scanners. */
export interface ScanSettings {
  /** Further names of objects whose methods log. */
  readonly loggers: readonly string[];
  /** What cannot be ruled out; where it is not said, a scanner finds it out. */
  readonly asked?: Asked;
}

/** What may be in a file. Nothing else is looked for. */
export interface Asked {
  readonly secret: boolean;
  /** A secret reaches a log. */
  readonly log: boolean;
  /** A policy grants what opens secrets. */
  readonly policy: boolean;
  /** A parameter or secret of AWS is referred to. */
  readonly reference: boolean;
}
