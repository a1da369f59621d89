/** A person in the directory of the identity provider. */
export interface Person {
  /** E-mail address; also the owner of the phone. */
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Identity assurance level that they were proofed to. */
  readonly ial: 1 | 2;
}

function person(given: string, family: string, ial: Person['ial']): Person {
  // Addresses are ASCII, as mail systems make them, also for names that are not.
  const email = `${given}.${family}@example.com`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return { email, firstName: given, lastName: family, ial };
}

export const people = {
  /** Proofed with a document and a living face. */
  alice: person('Alice', 'Wong', 2),
  /** Proofed, with a name that is not ASCII. */
  zoe: person('Zoë', 'Müller', 2),
  /** Enrolled a phone, and never showed a document. */
  bob: person('Bob', 'Okafor', 1),
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof people;
