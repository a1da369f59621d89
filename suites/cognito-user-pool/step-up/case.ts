import type { Case } from '../../../harness/model/integration.ts';
import type { StepUpWanted } from '../../../harness/model/step-up-records.ts';
import type { FunctionInput } from './function-sets.ts';
import type { Journey } from './journey.ts';

/** A sign-up or a step-up, as an application makes it. */
export interface StepUpCase extends Case {
  readonly expected: StepUpWanted['outcome'];
  /** Functions in place of the good ones, by name. */
  readonly functions: Readonly<Record<string, FunctionInput>>;
  readonly journey: (journey: Journey) => Promise<void>;
}
