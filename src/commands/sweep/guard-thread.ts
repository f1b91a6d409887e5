import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadLimits } from './thrift.ts';
import type { Answer, GuardTask, Question } from './worker.ts';

/** How a trial ended; what is settled needs no other look. */
type Outcome = Exclude<Answer, 'ready'> | 'slow' | 'dead' | 'never started';

/** A thread that tries files. */
export interface GuardThread {
  ask(question: Question, patience: number): Promise<Outcome>;
}

export function startGuardThread(task: GuardTask): GuardThread {
  const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: task, resourceLimits: threadLimits });
  const dead = new Promise<'dead'>((resolve) => {
    // the message of an error may quote a file
    worker.on('error', () => resolve('dead'));
    worker.on('exit', () => resolve('dead'));
  });
  const hear = <Heard extends Answer>(): Promise<Heard> => new Promise((resolve) => void worker.once('message', resolve));
  const ready = Promise.race([hear(), dead]);
  return {
    async ask(question, patience) {
      if ((await ready) === 'dead') return 'never started';
      const answer = hear<Exclude<Answer, 'ready'>>();
      worker.postMessage(question);
      const timer = startTimer(patience);
      const outcome = await Promise.race([answer, dead, timer.rang]);
      timer.stop();
      if (outcome === 'slow') void worker.terminate();
      return outcome;
    },
  };
}

/** An answer that came while this thread was busy itself is heard first. */
function startTimer(ms: number): { readonly rang: Promise<'slow'>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const rang = new Promise<'slow'>((resolve) => {
    timer = setTimeout(() => setImmediate(() => setImmediate(() => resolve('slow'))), ms);
  });
  return { rang, stop: () => clearTimeout(timer) };
}
