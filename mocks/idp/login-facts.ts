import type { Biometric } from '../../harness/model/records.ts';
import { type Application, resolveField, resolveValues, type User } from './config.ts';
import type { ResponseFacts } from './response-xml.ts';
import type { Session } from './state.ts';

export interface AttributeFact {
  readonly name: string;
  readonly nameFormat: string;
  readonly values: readonly string[];
}

const mobileTwoFactor = 'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract';

/**
 * The authentication context class that each biometric earns. saml-authn-context has no class for a biometric; all
 * three kinds are a key held by an enrolled phone plus a second factor, which MobileTwoFactorContract describes.
 */
export const contextClassOf: Readonly<Record<Biometric, string>> = {
  'touch-id': mobileTwoFactor,
  'face-id': mobileTwoFactor,
  'live-id': mobileTwoFactor,
};

/** Classes that a RequestedAuthnContext may ask for: every login here meets them. */
export const metClasses: readonly string[] = [
  mobileTwoFactor,
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorUnregistered',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified',
];

/** Fields of the person as the application's claims mapping wants them; an empty field gives no attribute. */
export function attributesOf(application: Application, user: User): readonly AttributeFact[] {
  return application.claims
    .map(({ name, nameFormat, value }) => ({
      name,
      nameFormat,
      values: [value]
        .flat()
        .flatMap((expression) => resolveValues(user, expression))
        .filter((text) => text !== ''),
    }))
    .filter(({ values }) => values.length > 0);
}

/** Everything that the Response for this person and application says. */
export function collectFacts(given: {
  readonly issuer: string;
  readonly application: Application;
  readonly user: User;
  readonly session: Session;
  readonly inResponseTo: string | undefined;
  readonly now: number;
}): ResponseFacts {
  const { application, user, session, inResponseTo, now } = given;
  return {
    issuer: given.issuer,
    destination: application.acsUrl,
    recipient: application.recipient ?? application.acsUrl,
    audience: application.audience ?? application.entityId,
    ...(inResponseTo === undefined ? {} : { inResponseTo }),
    nameId: { format: application.nameIdFormat, value: resolveField(user, application.nameIdValue) },
    attributes: attributesOf(application, user),
    now,
    validityMs: application.validityMs,
    authnInstant: session.at,
    sessionIndex: session.index,
    sessionNotOnOrAfter: session.at + application.sessionMs,
    contextClass: contextClassOf[session.biometric],
  };
}
