import type { ProfileRule } from '../../model/profile.ts';
import { authenticatorRules } from '../saml-web-sso/authenticator.ts';
import { outcomeRules } from '../saml-web-sso/outcome.ts';
import { sessionRules } from '../saml-web-sso/session.ts';
import { transportRules } from '../saml-web-sso/transport.ts';

/** What is about SAML messages and the form that posts them. */
const ofSaml = /^transport\/(response|relay-state|form|acs|cookie-survives-post)|^outcome\/assertion/;

/** The rules of any login in a browser by the phone, whatever protocol is behind it. */
export const oidcLoginRules: Readonly<Record<string, ProfileRule>> = Object.fromEntries(
  Object.entries({ ...authenticatorRules, ...outcomeRules, ...sessionRules, ...transportRules }).filter(
    ([id]) => !ofSaml.test(id),
  ),
);
