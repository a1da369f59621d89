import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullConfig, Reporter, Suite, TestCase } from 'playwright/types/testReporter';
import { readRunSettings } from '../../harness/config/run-settings.ts';

/** Writes down which cases the runner sets out to run, so that one that never ended is noticed. */
export default class PlanReporter implements Reporter {
  onBegin(_config: FullConfig, suite: Suite): void {
    const { runFolder } = readRunSettings(process.env, process.cwd());
    mkdirSync(runFolder, { recursive: true });
    writeFileSync(join(runFolder, 'planned.json'), JSON.stringify(suite.allTests().flatMap(caseOf)));
  }

  printsToStdio(): boolean {
    return false;
  }
}

function caseOf(test: TestCase): readonly string[] {
  return test.annotations.flatMap(({ type, description }) =>
    type === 'case' && description !== undefined ? [description] : [],
  );
}
