import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one plain line that any machine can read: `N passed, N failed, N skipped`. */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string): number => states.filter((other) => other === state).length;
    const broken = modules.filter((module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0).length;
    process.stdout.write(`\n${String(count('passed'))} passed, ${String(count('failed') + broken)} failed, ${String(count('skipped'))} skipped\n`);
  }
}
