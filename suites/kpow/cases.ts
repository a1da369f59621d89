import type { Case } from '../../harness/model/integration.ts';
import type { OutcomeRecord, ReplayRecord } from '../../harness/model/records.ts';
import type { Arrangement } from './arrange.ts';
import type { PersonName } from './people.ts';
import { sketches } from './sketches.ts';

/** A login into the application. */
export interface AppCase extends Case {
  readonly initiatedBy: 'sp' | 'idp';
  readonly person: PersonName;
  readonly expected: OutcomeRecord['expected'];
  /** State before the application is given Identity Center's files, and after. */
  readonly before: readonly Arrangement[];
  readonly after: readonly Arrangement[];
  readonly replays: readonly ReplayRecord['attempts'][number]['how'][];
  readonly signOut: boolean;
  /** How Kpow is started, where it is not as its guide has it. Only the double can be: see `doubleOnly`. */
  readonly kpow: KpowStart;
  /** Groups that the person is taken out of while signed in; the session then ends, and they sign in again. */
  readonly leaves: readonly string[];
  /** False where the tile leads to the application first, or nowhere. */
  readonly tileSignsIn: boolean;
  /** False where nothing is posted to the application. */
  readonly answered: boolean;
  /** Only the Kpow double can be brought to it: an application of one's own is left out. */
  readonly doubleOnly: boolean;
}

/** What differs in Kpow's own setting. */
export interface KpowStart {
  /** What the access file calls the groups; what is sent for them unless given. */
  readonly rules?: 'names' | 'guids';
  /** Further variables, or others. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Which certificate SAML_CERT is; that of the application unless given. */
  readonly certificate?: 'of-other-application';
}

/** What a case says of itself; the rest is a person who simply logs in. */
type Choice = 'sp' | 'idp';

export type Sketch = Pick<AppCase, 'id' | 'title' | 'person'> &
  Partial<Omit<AppCase, 'id' | 'flow' | 'initiatedBy' | 'expectedFailures'>> & {
    readonly only?: Choice;
    /** Checks that must fail; with `only`, just for journeys that start there. */
    readonly failures?: readonly {
      readonly check: string;
      readonly reason: string;
      readonly only?: Choice;
    }[];
  };

/** Every journey, from the application and from the portal's tile. */
export const cases: readonly AppCase[] = sketches.flatMap((sketch) =>
  (['sp', 'idp'] as const)
    .filter((side) => sketch.only === undefined || sketch.only === side)
    .map((side) => completeCase({ ...sketch, id: `${sketch.id}-${side}` }, side)),
);

/** Fills a sketch in. */
export function completeCase(
  { failures = [], only: _only, ...sketch }: Sketch,
  initiatedBy: Choice,
): AppCase {
  return {
    tests: 'idp',
    expected: 'signed-in',
    before: [],
    after: [],
    replays: [],
    signOut: false,
    kpow: {},
    leaves: [],
    tileSignsIn: true,
    answered: sketch.expected !== 'refused-by-idp',
    ...sketch,
    doubleOnly: sketch.kpow !== undefined || sketch.leaves !== undefined || sketch.doubleOnly === true,
    expectedFailures: failures
      .filter(({ only }) => only === undefined || only === initiatedBy)
      .map(({ check, reason }) => ({ check, reason })),
    title: `${sketch.title} (${initiatedBy === 'sp' ? 'SP-initiated' : 'IdP-initiated'})`,
    flow: `${initiatedBy}-initiated-login`,
    initiatedBy,
  };
}
