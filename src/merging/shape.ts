export type Map = Readonly<Record<string, unknown>>;

type Shape = Readonly<Record<string, 'string' | 'number' | 'boolean' | ((value: unknown) => boolean)>>;

export const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value);

export const without = (map: Map, ...keys: readonly string[]): Map => Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Whether it is a map in which each of these is what is said of it; others may be there. */
export const isShaped = (value: unknown, shape: Shape): value is Map =>
  isMap(value) && Object.entries(shape).every(([key, test]) => (typeof test === 'string' ? typeof value[key] === test : test(value[key])));
