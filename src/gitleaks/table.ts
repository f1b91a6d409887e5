/** A table of a TOML file. */
export type Table = Readonly<Record<string, unknown>>;

export const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One table, a list of them, or nothing. */
export const getRecords = (table: Table, key: string): Table[] => [Object.hasOwn(table, key) ? table[key] : []].flat().filter(isTable);

export const getStrings = (table: Table, key: string): string[] => [Object.hasOwn(table, key) ? table[key] : []].flat().filter((value) => typeof value === 'string');

export const getText = (table: Table, key: string): string | undefined => getStrings(table, key)[0];

export const getNumber = (table: Table, key: string): number | undefined => {
  const value = Object.hasOwn(table, key) ? table[key] : undefined;
  return typeof value === 'number' ? value : undefined;
};
