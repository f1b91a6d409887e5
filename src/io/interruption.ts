/** Hears of Ctrl-C and of a polite kill, once: after that they end the process at once, as ever. */
export interface Interruption {
  isAsked(): boolean;
  stopListening(): void;
}

export function listenForInterruption(onAsked: () => void = () => undefined): Interruption {
  let isAsked = false;
  const stopListening = (): void => {
    for (const signal of signals) process.off(signal, hear);
  };
  const hear = (): void => {
    isAsked = true;
    stopListening();
    onAsked();
  };
  for (const signal of signals) process.on(signal, hear);
  return { isAsked: () => isAsked, stopListening };
}

const signals = ['SIGINT', 'SIGTERM'] as const;
