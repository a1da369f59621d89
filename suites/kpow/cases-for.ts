import type { ExistingApplication } from '../../harness/config/saml-application-schema.ts';
import { type AppCase, cases } from './cases.ts';

/** Checks that need to know what the access rules of the application name: of one's own nobody says. */
const byAccessRules = ['saml-app/role-known', 'saml-app/role-form'];

/** Checks that take an application's metadata for what is right, where it publishes any, rather than what was typed. */
const byTyping = ['request/acs', 'request/issuer'];

/** What published metadata shows beside what was typed, by the check of what was typed. */
const byMetadata: Readonly<Record<string, readonly string[]>> = {
  'saml-app/acs-url': ['setup/acs-url'],
  'saml-app/audience': ['setup/issuer-url', 'conditions/audience'],
};

/** The same where a response was posted to the address that was typed. */
const byDelivery: Readonly<Record<string, readonly string[]>> = {
  'saml-app/acs-url': ['response/destination', 'subject/recipient', 'transport/response-address'],
};

/** The cases that can be made with this application; all of them with the Kpow double. */
export function casesFor(existing: ExistingApplication | undefined): readonly AppCase[] {
  if (existing === undefined) return cases;
  return cases.filter(({ doubleOnly }) => !doubleOnly).map((one) => adapt(one, existing));
}

function adapt(one: AppCase, { metadataUrl }: ExistingApplication): AppCase {
  const isPublished = metadataUrl !== undefined;
  const told = one.expectedFailures.filter(
    ({ check }) => !byAccessRules.includes(check) && !(isPublished && byTyping.includes(check)),
  );
  const more = (list: typeof byMetadata, applies: boolean) =>
    applies
      ? told.flatMap(({ check, reason }) => (list[check] ?? []).map((other) => ({ check: other, reason })))
      : [];
  return {
    ...one,
    // How to sign out of it is not known.
    signOut: false,
    expectedFailures: [
      ...told,
      ...more(byMetadata, isPublished),
      ...more(byDelivery, isPublished && one.answered),
    ],
  };
}
