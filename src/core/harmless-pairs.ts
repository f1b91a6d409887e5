/** Pairs of a name and a value that were judged, for as many places as were asked: they repeat. */
export interface HarmlessPairs {
  /** Whether it is worth asking: where nothing repeats, only now and then. */
  isAsked(): boolean;
  has(pair: string): boolean;
  add(pair: string): void;
}

export function createHarmlessPairs(): HarmlessPairs {
  const pairs = new Set<string>();
  let misses = 0;
  return {
    isAsked: () => misses < mostMisses || misses++ % 16 === 0,
    has(pair) {
      const isKnown = pairs.has(pair);
      misses = isKnown ? 0 : misses + 1;
      return isKnown;
    },
    add(pair) {
      if (pairs.size > mostKnown) pairs.clear();
      pairs.add(pair);
    },
  };
}

/** In a row. */
const mostMisses = 3000;
const mostKnown = 50_000;
