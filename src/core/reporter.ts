import type { Report } from './finding.ts';

/** How findings are shown: one file of `reporters/`. */
export interface Reporter {
  readonly id: string;
  render(report: Report, options: { readonly color: boolean }): string;
}
