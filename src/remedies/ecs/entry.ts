import type { ListMoveSite } from '../../core/sites/ecs.ts';

/** One variable that goes from `environment` to `secrets`. */
export interface Move {
  readonly site: ListMoveSite;
  /** What the list of secrets and the reference in an entry are called. */
  readonly keys: { readonly list: string; readonly value: string };
  /** Name or ARN of the parameter. */
  readonly valueFrom: string;
}

/** The entry as it stands, with `valueFrom` in place of `value`. */
export function toSecretText(text: string, { site, keys, valueFrom }: Move): string {
  const [start, end] = site.environment.entries[site.index]?.range ?? [0, 0];
  const key = quoteLike(text.charAt(site.valueKeyRange[0]), keys.value);
  const value = quoteLike(text.slice(...site.valueRange).replace(/^![^\s]*\s+/u, '').charAt(0), valueFrom);
  return text.slice(start, site.valueKeyRange[0]) + key + text.slice(site.valueKeyRange[1], site.valueRange[0]) + value + text.slice(site.valueRange[1], end);
}

/** In the quotes that another text has. */
export const quoteLike = (mark: string, text: string): string => (mark === '"' || mark === "'" ? mark + text + mark : text);
