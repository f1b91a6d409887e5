/**
 * Rejects with a `TimeoutError` when `work` takes longer than `ms`; the signal then tells the work to stop. The race
 * is needed because nothing can abort the AWS SDK while it looks for credentials.
 */
export async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  // not AbortSignal.timeout: its timer would let the process end while it waits
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error(`no answer within ${String(ms)} ms`), { name: 'TimeoutError' }));
      controller.abort();
    }, ms);
  });
  try {
    return await Promise.race([work(controller.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets at most `limit` tasks run at a time; the others wait in order. */
export function createGate(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // a waiting task takes over the place, so that no newcomer can slip in between
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
