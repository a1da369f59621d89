import type { IdentityPool, PrincipalTag } from '../../harness/model/identity-pool-records.ts';
import type { Case } from '../../harness/model/integration.ts';
import type { AttributeExpectation, OutcomeRecord, ReplayRecord } from '../../harness/model/records.ts';
import type { Arrangement } from './arrange.ts';
import { sketches } from './sketches.ts';
import type { PersonName } from './world.ts';

/** What is otherwise in a pool; `undefined` takes something away. */
export type PoolChange = { readonly [K in keyof IdentityPool]?: IdentityPool[K] | undefined };

/** A login by a SAML identity provider into an identity pool. The seed: AWS federation uses IdP-initiated login. */
export interface PoolCase extends Case {
  readonly person: PersonName;
  readonly expected: OutcomeRecord['expected'];
  /** What is otherwise in the pool than in the plain one. */
  readonly pool: PoolChange;
  /** What is otherwise in the application's code or settings. */
  readonly app: Readonly<Record<string, unknown>>;
  /** What was agreed for this person. */
  readonly agreed: { readonly role: string | null; readonly tags: readonly PrincipalTag[] };
  /** What must come of each call in its order: `granted`, or the code of an error. */
  readonly calls: readonly string[];
  /** The mapping table, where it is another than the plain one. */
  readonly attributes?: readonly AttributeExpectation[];
  /** Ways to send the response to the application again. */
  readonly replays: readonly ReplayRecord['attempts'][number]['how'][];
  readonly signOut: boolean;
  /** The same person logged in before, by another assertion. */
  readonly earlier: boolean;
  /** Before the provider is made of the metadata, and after everything is set up. */
  readonly before: readonly Arrangement[];
  readonly after: readonly Arrangement[];
}

export type Sketch = Pick<PoolCase, 'id' | 'title'> & Partial<Omit<PoolCase, 'id' | 'title' | 'flow'>>;

export const cases: readonly PoolCase[] = sketches.map(complete);

function complete(sketch: Sketch): PoolCase {
  return {
    person: 'alice',
    tests: 'idp',
    expected: 'signed-in',
    pool: {},
    app: {},
    agreed: { role: null, tags: [] },
    calls: ['granted', 'granted'],
    replays: [],
    signOut: false,
    earlier: false,
    before: [],
    after: [],
    expectedFailures: [],
    ...sketch,
    flow: 'idp-initiated-login',
  };
}
