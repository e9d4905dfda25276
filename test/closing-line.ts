import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run with the line `N passed, N failed`, and `, N skipped` where something was. The checks that `npm test` ran before
 * (lint, types, …) count as one test each: it hands their number over in `CHECKS_PASSED`.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: 'passed' | 'failed' | 'skipped') =>
      tests.filter((test) => test.result().state === state).length;
    const passed = count('passed') + Number(process.env.CHECKS_PASSED ?? 0);
    // A file that throws while loading, or a hook that throws, has errors and perhaps no test to show for them.
    const failed = count('failed') + modules.filter(failedWithoutTest).length + unhandledErrors.length;
    const skipped = count('skipped') + tests.filter((test) => test.result().state === 'pending').length;
    process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  }
}

const failedWithoutTest = (module: TestModule) =>
  !module.ok() && ![...module.children.allTests()].some((test) => test.result().state === 'failed');
