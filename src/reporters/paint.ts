/** Terminal styles by meaning; without colour they leave the text as it is. */
export interface Paint {
  readonly dim: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly critical: (text: string) => string;
  readonly high: (text: string) => string;
  readonly medium: (text: string) => string;
  readonly low: (text: string) => string;
}

/** Select Graphic Rendition codes of ECMA-48. */
export function paint(color: boolean): Paint {
  const style = (open: number, close: number) => (text: string) => (color ? `\u001B[${String(open)}m${text}\u001B[${String(close)}m` : text);
  return {
    dim: style(2, 22),
    underline: style(4, 24),
    good: style(32, 39),
    bad: style(31, 39),
    critical: style(31, 39),
    high: style(31, 39),
    medium: style(33, 39),
    low: style(36, 39),
  };
}
