import { application, applicationId, type Controls, claim } from './parties.ts';
import { type PersonName, pairOf, people } from './world.ts';

/** Brings about a state before a login; everything is put back after the case. */
export type Arrangement = (controls: Controls) => Promise<void>;

const path = `/applications/${applicationId}`;

/** The assertion offers these Role values instead of the person's own. */
export const roleValues =
  (who: PersonName, ...values: readonly string[]): Arrangement =>
  async ({ idp }) => {
    const { email, firstName, lastName, department, affiliation } = people[who];
    await idp.send('PUT', `/users/${encodeURIComponent(email)}`, {
      firstName,
      lastName,
      custom: { department, affiliation, roles: values },
    });
  };

/** The assertion offers these roles, each with its account's provider. */
export const offering = (who: PersonName, ...roles: readonly string[]): Arrangement =>
  roleValues(who, ...roles.map((role) => pairOf(role)));

/** AdminX → Applications → AWS → claims mapping: one line with another value. */
export const claimValue =
  (name: string, value: string): Arrangement =>
  async ({ idp }) => {
    const line = claim(name, value);
    const others = application.claims.filter((one) => one.name !== line.name);
    await idp.send('PATCH', path, { claims: [...others, line] });
  };

/** The same with one line more, of a name that is not AWS's own; conditions of trust policies ask for it. */
export const sendingAttribute =
  (name: string, value: string): Arrangement =>
  async ({ idp }) => {
    const nameFormat = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';
    await idp.send('PATCH', path, { claims: [...application.claims, { name, value, nameFormat }] });
  };

export const withoutClaim =
  (name: string): Arrangement =>
  async ({ idp }) => {
    const claims = application.claims.filter((one) => one.name !== claim(name, '').name);
    await idp.send('PATCH', path, { claims });
  };

/** AdminX → Applications → AWS: one setting otherwise. */
export const setting =
  (change: Readonly<Record<string, unknown>>): Arrangement =>
  ({ idp }) =>
    idp.send('PATCH', path, change);

/** AWS's clocks run ahead of the identity provider's, or behind it. */
export const awsClockAhead =
  (offsetMs: number): Arrangement =>
  async ({ signIn, sts }) => {
    await signIn.send('PUT', '/clock', { offsetMs });
    await sts.send('PUT', '/clock', { offsetMs });
  };

export const keys =
  (active: 'primary' | 'rollover', ...published: readonly ('primary' | 'rollover')[]): Arrangement =>
  ({ idp }) =>
    idp.send('PUT', '/keys', { active, published });
