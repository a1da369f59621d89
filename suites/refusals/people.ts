import type { AttackPerson } from '../../harness/model/attack.ts';

/** Addresses under which the harness is an identity provider. Nothing answers there: the browser never goes. */
export const harnessIdp = {
  entityId: 'https://idp.countersign.test/metadata',
  ssoUrl: 'https://idp.countersign.test/sso',
} as const;

/** A second identity provider that a target may trust beside the harness. */
export const otherIdp = {
  entityId: 'https://other-idp.countersign.test/metadata',
  ssoUrl: 'https://other-idp.countersign.test/sso',
} as const;

const person = (nameId: string, firstName: string, lastName: string): AttackPerson => ({
  nameId,
  attributes: { email: [nameId], first_name: [firstName], last_name: [lastName] },
});

/** Who attacks with an own account, and whom they want to be. */
export const people = {
  self: person('alice.wong@example.com', 'Alice', 'Wong'),
  victim: person('bob.stone@example.com', 'Bob', 'Stone'),
} as const;
