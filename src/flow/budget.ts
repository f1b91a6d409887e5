/** How much may still be looked at: whoever nests a thousand functions has his program parsed. */
export interface Budget {
  /** False when more was looked at than may be. */
  spend(steps: number): boolean;
}

/** For a program of so many tokens. */
export function createBudget(count: number): Budget {
  let left = count * mostOfEach + leastOfAll;
  return { spend: (steps) => (left -= steps) >= 0 };
}

/** Steps for each token, and for all of a small program. */
const mostOfEach = 60;
const leastOfAll = 100_000;
