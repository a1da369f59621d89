import type { ControlClient } from '../../harness/model/double.ts';

/** The control APIs of this integration's doubles. */
export interface Controls {
  readonly idp: ControlClient;
  readonly sp: ControlClient;
  readonly authenticator: ControlClient;
}

/** Brings about a state before a login; everything is put back after the case. */
export type Arrangement = (controls: Controls) => Promise<void>;

export const applicationId = 'aws-identity-center';
const application = `/applications/${applicationId}`;

/** AdminX → Applications → AWS IAM Identity Center: assertion signing switched off. */
export const signingOff: Arrangement = ({ idp }) => idp.send('PATCH', application, { signAssertion: false });

/** AdminX → Applications → AWS IAM Identity Center: response signing on, assertion signing off; and AWS lets it be. */
export const signResponseOnly: Arrangement = async ({ idp, sp }) => {
  await sp.send('PATCH', '/settings', { demandSignedAssertions: false });
  await idp.send('PATCH', application, { signAssertion: false, signResponse: true });
};

/** Identity Center signs its requests. */
export const signRequests: Arrangement = ({ sp }) => sp.send('PATCH', '/settings', { signRequests: true });

export const nameIdFormat =
  (format: string): Arrangement =>
  ({ idp }) =>
    idp.send('PATCH', application, { nameIdFormat: format });

/** AdminX → Applications → AWS IAM Identity Center → claims mapping: one line left out. */
export const withoutClaim =
  (name: string): Arrangement =>
  async ({ idp }) => {
    const { claims } = await idp.get<{ claims: readonly { name: string }[] }>(application);
    await idp.send('PATCH', application, { claims: claims.filter((claim) => claim.name !== name) });
  };

/** The person may not start this application at the identity provider. */
export const notAssignedAtIdp =
  (email: string): Arrangement =>
  async ({ idp }) => {
    const users = await idp.get<readonly { email: string }[]>('/users');
    const others = users.map((user) => user.email).filter((one) => one !== email);
    await idp.send('PATCH', application, { assignedUsers: others });
  };

/** The second certificate is published and used for signing, the first still published. */
export const rolloverStarted: Arrangement = ({ idp }) =>
  idp.send('PUT', '/keys', { active: 'rollover', published: ['primary', 'rollover'] });

/** Only the second certificate is left. */
export const rolloverFinished: Arrangement = ({ idp }) =>
  idp.send('PUT', '/keys', { active: 'rollover', published: ['rollover'] });

/** The identity provider signs with its second certificate, and nobody told AWS. */
export const rolloverUnannounced: Arrangement = rolloverStarted;

/** A phone on which the app is installed but nobody enrolled. */
export const phoneNotEnrolled =
  (email: string): Arrangement =>
  ({ idp }) =>
    idp.send('DELETE', `/devices/${encodeURIComponent(email)}`);
