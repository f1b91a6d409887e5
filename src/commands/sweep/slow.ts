export const describeSlow = (patience: number): string => `took longer than ${String(patience / 1000)} s and was stopped; raise --timeout or put it under "ignore" in the config`;
