import type { Case } from '../../harness/model/integration.ts';
import type { PhonePlan } from '../../harness/model/phone.ts';
import type { OutcomeRecord, ReplayRecord } from '../../harness/model/records.ts';
import type { Arrangement } from './arrange.ts';
import type { PersonName } from './people.ts';
import { sketches } from './sketches.ts';

/** A login into the application through the pool. */
export interface PoolCase extends Case {
  readonly person: PersonName;
  readonly expected: OutcomeRecord['expected'];
  readonly before: readonly Arrangement[];
  /** What differs from an owner who scans, matches the number and shows a living face. */
  readonly phone: Partial<PhonePlan>;
  /** False where no login page is reached. */
  readonly loginPage: boolean;
  /** The person has been here before, with these attributes. */
  readonly known?: Readonly<Record<string, string>>;
  /** Whether the messages of further logins are tried where they do not belong. */
  readonly probes: boolean;
  readonly signOut: boolean;
  /** Profile in place of the integration's; with the one for SAML, the pool's SAML provider signs people in. */
  readonly profile?: 'cognito-user-pool-saml';
  readonly replays: readonly ReplayRecord['attempts'][number]['how'][];
  /** Changes an address that a redirect leads to. */
  readonly rewrite?: (location: string) => string;
}

export type Sketch = Pick<PoolCase, 'id' | 'title'> &
  Partial<Omit<PoolCase, 'flow' | 'expectedFailures'>> & {
    /** Checks that must fail. */
    readonly failures?: PoolCase['expectedFailures'];
  };

/** Every journey of the federation. */
export const cases: readonly PoolCase[] = sketches.map(complete);

function complete({ failures = [], ...sketch }: Sketch): PoolCase {
  const expected = sketch.expected ?? 'signed-in';
  return {
    person: 'alice',
    expected,
    before: [],
    phone: {},
    loginPage: true,
    probes: false,
    signOut: false,
    replays: [],
    tests: expected === 'refused-by-sp' ? 'sp' : 'idp',
    ...sketch,
    flow: sketch.profile === undefined ? 'oidc' : 'sp-initiated',
    expectedFailures: failures,
  };
}
