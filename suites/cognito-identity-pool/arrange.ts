import { applicationId, type Controls, claim, plainClaims } from './parties.ts';
import { pairOf } from './world.ts';

/** Brings about a state before a login; everything is put back after the case. */
export type Arrangement = (controls: Controls) => Promise<void>;

const application = `/applications/${applicationId}`;
const awsName = (name: string) => `https://aws.amazon.com/SAML/Attributes/${name}`;

/** AdminX → Applications → the application: one setting otherwise. */
export const setting =
  (change: Readonly<Record<string, unknown>>): Arrangement =>
  ({ idp }) =>
    idp.send('PATCH', application, change);

/** The assertion names these roles, each with the provider, and the session name that goes with them. */
export const offering = (...roles: readonly string[]): Arrangement =>
  roleValues(...roles.map((role) => pairOf(role)));

export const roleValues = (...values: readonly string[]): Arrangement =>
  setting({
    claims: [...plainClaims, claim(awsName('Role'), values), claim(awsName('RoleSessionName'), 'user.email')],
  });

/** One claim more, or in place of the one of that name; without values it is left out. */
export const sending = (name: string, ...values: readonly string[]): Arrangement =>
  setting({
    claims: [
      ...plainClaims.filter((one) => one.name !== name),
      ...(values.length === 0 ? [] : [claim(name, values)]),
    ],
  });

/** AWS's clock runs ahead of the identity provider's, or behind it. */
export const awsClockAhead =
  (offsetMs: number): Arrangement =>
  ({ pools }) =>
    pools.send('PUT', '/clock', { offsetMs });

export const keys =
  (active: 'primary' | 'rollover', ...published: readonly ('primary' | 'rollover')[]): Arrangement =>
  ({ idp }) =>
    idp.send('PUT', '/keys', { active, published });
