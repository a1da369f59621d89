import type { Case } from '../../harness/model/integration.ts';
import type { PhonePlan } from '../../harness/model/phone.ts';
import type { AccountAccess, OutcomeRecord } from '../../harness/model/records.ts';
import * as arrange from './arrange.ts';
import { accessBy, type PersonName, people } from './people.ts';

/** A push and a login of this integration. */
export interface LoginCase extends Case {
  /** Where the login begins: at the tile, at the address behind the tile, or at the access portal. */
  readonly from: 'catalog' | 'address' | 'portal';
  /** The person: the address that they have when they log in, and the one that their phone was enrolled under. */
  readonly person: { readonly id: string; readonly email: string; readonly enrolledAs: string };
  readonly expected: OutcomeRecord['expected'];
  /** What the portal must show. */
  readonly access: readonly AccountAccess[];
  readonly phone: Partial<PhonePlan>;
  /** How provisioning is set up, if not as the vendor's guide has it. */
  readonly provisioning?: arrange.Arrangement;
  /** State before the first push, and after groups were assigned. */
  readonly before: readonly arrange.Arrangement[];
  readonly after: readonly arrange.Arrangement[];
  /** False where the groups that permission sets would be assigned to never get there. */
  readonly assigned: boolean;
  /** What takes the person's access away while the portal is open. */
  readonly leaving?: readonly arrange.Arrangement[];
}

type Sketch = Pick<Case, 'id' | 'title'> & { readonly person: PersonName; readonly email?: string } & Partial<
    Omit<LoginCase, 'id' | 'title' | 'person' | 'flow'>
  >;

const noAssignment = {
  check: 'identity-center/assignment',
  reason: 'The person is in no group that a permission set is assigned to.',
};
const inCatalog = {
  check: 'outcome/session-after-refusal',
  reason: 'The person is rightly signed in to the catalog: only the application is refused.',
};
const switchedOff = {
  check: 'identity-center/user-active',
  reason: 'The case switches the person off.',
};
const fails =
  (...checks: readonly string[]) =>
  (reason: string) =>
    checks.map((check) => ({ check, reason }));
const otherName = fails('subject/user-name', 'scim/name-id');
const notPushed = fails('subject/user-name', 'scim/name-id', 'scim/users-same');
const notThere = {
  check: 'identity-center/user-exists',
  reason: 'Nobody of this name was provisioned.',
};

const sketches: readonly Sketch[] = [
  {
    id: 'tile',
    title: 'The AWS tile of the catalog leads to exactly the accounts of the person’s groups',
    person: 'alice',
  },
  {
    id: 'tile-non-ascii',
    title: 'A person whose name is not ASCII is provisioned and logs in',
    person: 'zoe',
    phone: { biometric: 'face-id' },
  },
  {
    id: 'launch-address',
    title: 'The address behind the tile asks for the phone first, and leads to the same place',
    person: 'bob',
    from: 'address',
  },
  {
    id: 'no-group',
    title: 'A person entitled by name and in no group sees an empty portal',
    person: 'dave',
    expectedFailures: [noAssignment],
  },
  {
    id: 'not-entitled-catalog',
    title: 'A person without entitlement has no tile, and is refused at its address',
    person: 'erin',
    expected: 'refused-by-idp',
    expectedFailures: [inCatalog, notThere],
  },
  {
    id: 'not-entitled-address',
    title: 'A person without entitlement is refused at the address of the tile, phone or not',
    person: 'erin',
    from: 'address',
    expected: 'refused-by-idp',
    expectedFailures: [notThere],
  },
  {
    id: 'portal-first',
    title: 'A login that begins at AWS is not answered: the application is IdP-initiated only',
    person: 'alice',
    from: 'portal',
    expected: 'refused-by-idp',
  },
  {
    id: 'denied',
    title: 'A sign-in to the catalog that its owner denies ends without a session',
    person: 'alice',
    phone: { outcome: 'deny' },
    expected: 'refused-by-idp',
    tests: 'authenticator',
  },
  {
    id: 'joiner',
    title: 'A person who joins is there after the next push, with the access of the group',
    person: 'dave',
    tests: 'scim',
    after: [arrange.setMembers('auditors', 'bob', 'dave'), arrange.push],
    access: [accessBy.auditors],
  },
  {
    id: 'mover',
    title: 'A person who moves logs in under the new address, with the new access and none of the old',
    person: 'bob',
    email: 'robert.okafor@example.com',
    tests: 'scim',
    after: [
      arrange.change('bob', { email: 'robert.okafor@example.com', firstName: 'Robert' }),
      arrange.setMembers('auditors'),
      arrange.setMembers('engineers', 'alice', 'zoe', 'bob'),
      arrange.push,
    ],
    access: [accessBy.engineers],
  },
  {
    id: 'mover-not-pushed',
    title: 'A person whose new address was not pushed is known to the provider, and not to AWS',
    person: 'bob',
    email: 'robert.okafor@example.com',
    expected: 'refused-by-sp',
    tests: 'scim',
    after: [arrange.change('bob', { email: 'robert.okafor@example.com' })],
    expectedFailures: notPushed('The new address was not pushed.'),
  },
  {
    id: 'mover-case',
    title: 'A userName that differs from the NameID in case alone logs nobody in',
    person: 'bob',
    email: 'Bob.Okafor@example.com',
    expected: 'refused-by-sp',
    tests: 'scim',
    after: [arrange.change('bob', { email: 'Bob.Okafor@example.com' })],
    expectedFailures: notPushed('The new spelling was not pushed.'),
  },
  {
    id: 'user-name-form',
    title: 'A userName of the same letters in another form of Unicode logs nobody in',
    person: 'bob',
    email: 'b\u00f6b@example.com',
    expected: 'refused-by-sp',
    tests: 'scim',
    after: [
      arrange.change('bob', { email: 'bo\u0308b@example.com' }),
      arrange.push,
      arrange.change('bob', { email: 'b\u00f6b@example.com' }),
    ],
    expectedFailures: notPushed('The new form was not pushed.'),
  },
  {
    id: 'user-name-non-ascii',
    title: 'A userName that is not ASCII logs in, in the form that was pushed',
    person: 'bob',
    email: 'b\u00f6b@example.com',
    tests: 'scim',
    after: [arrange.change('bob', { email: 'b\u00f6b@example.com' }), arrange.push],
  },
  {
    id: 'user-name-other',
    title: 'A userName that is not what the assertions carry logs nobody in',
    person: 'alice',
    expected: 'refused-by-sp',
    tests: 'scim',
    provisioning: arrange.userNameFromId,
    expectedFailures: otherName('Ids are pushed as user names, addresses are what the assertions carry.'),
  },
  {
    id: 'leaver-session',
    title: 'A person who is removed loses the open session',
    person: 'alice',
    tests: 'scim',
    leaving: [arrange.remove('alice'), arrange.push],
    expectedFailures: fails('scim/name-id')('The person has been removed since the login.'),
  },
  {
    id: 'leaver-session-off',
    title: 'A person who is switched off loses the open session',
    person: 'bob',
    tests: 'scim',
    leaving: [arrange.change('bob', { enabled: false }), arrange.push],
  },
  {
    id: 'leaver-login',
    title: 'A person who is switched off does not log in any more',
    person: 'alice',
    expected: 'refused-by-idp',
    tests: 'scim',
    after: [arrange.change('alice', { enabled: false }), arrange.push],
    expectedFailures: [switchedOff],
  },
  {
    id: 'leaver-at-aws',
    title: 'A person who is switched off at AWS alone is refused there',
    person: 'alice',
    expected: 'refused-by-sp',
    tests: 'scim',
    after: [arrange.withdrawEntitlements, arrange.push, arrange.restoreEntitlements],
    expectedFailures: [
      switchedOff,
      ...fails('scim/users-active', 'scim/groups-there')('What was given back was not pushed.'),
    ],
  },
  {
    id: 'leaver-not-pushed',
    title: 'An entitlement that is withdrawn and not pushed leaves nobody a tile',
    person: 'alice',
    expected: 'refused-by-idp',
    tests: 'idp',
    after: [arrange.withdrawEntitlements],
    expectedFailures: [inCatalog, ...fails('scim/leavers-off')('What was withdrawn was not pushed.')],
  },
  {
    id: 'group-renamed',
    title: 'A group keeps its permission sets under a new name',
    person: 'bob',
    tests: 'scim',
    after: [arrange.renameGroup('auditors', 'External audit'), arrange.push],
  },
  {
    id: 'group-emptied',
    title: 'A group that is emptied gives nobody access, though they may still start the application',
    person: 'bob',
    tests: 'scim',
    after: [arrange.entitleByName('bob'), arrange.setMembers('auditors'), arrange.push],
    access: [],
    expectedFailures: [noAssignment],
  },
  {
    id: 'group-first',
    title: 'A group that was pushed before anybody was in it gets its people later',
    person: 'bob',
    tests: 'scim',
    before: [arrange.setMembers('auditors')],
    after: [arrange.setMembers('auditors', 'bob'), arrange.push],
  },
  {
    id: 'group-nested',
    title: 'A group inside a group gives its people the access of both',
    person: 'bob',
    tests: 'scim',
    after: [arrange.putInside('platform', 'auditors'), arrange.push],
    access: [accessBy.platform, accessBy.auditors],
  },
  {
    id: 'group-recreated',
    title: 'A group that is made again under the same name has no permission set',
    person: 'bob',
    tests: 'scim',
    after: [arrange.recreateGroup('auditors'), arrange.push],
    access: [],
    expectedFailures: [noAssignment],
  },
  {
    id: 'made-by-hand',
    title: 'A user who was made by hand before is taken over, not made again',
    person: 'alice',
    tests: 'scim',
    before: [arrange.madeByHand('alice')],
  },
  {
    id: 'push-twice',
    title: 'The same push a second time changes nothing',
    person: 'alice',
    tests: 'scim',
    after: [arrange.push],
  },
  {
    id: 'push-troubled',
    title: 'A service that throttles, fails and loses answers gets everybody in the end',
    person: 'alice',
    tests: 'scim',
    before: [arrange.troubledService],
  },
  {
    id: 'push-cut-off',
    title: 'A push that is cut off is finished by the next one',
    person: 'zoe',
    tests: 'scim',
    before: [arrange.pushCutOff],
  },
  {
    id: 'token-replaced',
    title: 'A token that ends in the middle of a push is replaced, and the push finished',
    person: 'zoe',
    tests: 'scim',
    before: [arrange.tokenReplaced],
    expectedFailures: fails('scim/accepted')('The token ends in the middle.'),
  },
  {
    id: 'token-deleted',
    title: 'Without a token nobody is provisioned, and nobody known to AWS',
    person: 'alice',
    expected: 'refused-by-sp',
    tests: 'scim',
    before: [arrange.tokenDeleted],
    assigned: false,
    access: [],
    expectedFailures: [
      notThere,
      ...fails(
        'scim/accepted',
        'scim/users-there',
        'scim/groups-there',
        'scim/name-id',
      )('There is no token.'),
    ],
  },
  {
    id: 'crowd',
    title: 'A thousand people and a group of five hundred are pushed within the limits of a request',
    person: 'alice',
    tests: 'scim',
    before: [arrange.crowd(1000)],
  },
];

export const cases: readonly LoginCase[] = sketches.map(({ person, email, ...sketch }) => {
  const { id, access } = people[person];
  return {
    from: 'catalog',
    tests: 'idp',
    expected: 'signed-in',
    access,
    phone: {},
    before: [],
    after: [],
    assigned: true,
    expectedFailures: [],
    flow: sketch.from === 'portal' ? 'sp-initiated-login' : 'idp-initiated-login',
    ...sketch,
    person: { id, email: email ?? people[person].email, enrolledAs: people[person].email },
  };
});
