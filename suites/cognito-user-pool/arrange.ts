import type { Controls, Names } from './parties.ts';

/** Brings about a state before a login; everything is put back before the next case. */
export type Arrangement = (controls: Controls, names: Names) => Promise<unknown>;

/** What is wrong about the ID token that the provider issues. */
export const idToken =
  (change: Readonly<Record<string, unknown>>): Arrangement =>
  ({ idp }) =>
    idp.send('PUT', '/id-token-change', change);

/** The provider's keys: which one signs, and which are published. */
export const keys =
  (active: string, ...published: readonly string[]): Arrangement =>
  ({ idp }) =>
    idp.send('PUT', '/oidc-keys', { active, published });

/** The pool's client, as the provider has it. */
export const clientAtProvider =
  (change: Readonly<Record<string, unknown>>): Arrangement =>
  ({ idp }, { federationClientId }) =>
    idp.send('PUT', `/oidc-clients/${federationClientId}`, change);

/** User pool → Social and external providers → 1Kosmos → Edit. */
export const details =
  (change: (names: Names) => Readonly<Record<string, string>>): Arrangement =>
  ({ pool }, names) =>
    pool.send('PATCH', `/providers/${names.provider}`, { ProviderDetails: change(names) });

/** The same page → Attribute mapping: these lines instead. */
export const mapped =
  (AttributeMapping: Readonly<Record<string, string>>): Arrangement =>
  ({ pool }, { provider }) =>
    pool.send('PATCH', `/providers/${provider}`, { AttributeMapping });

/** User pool → App clients → Edit. */
export const appClient =
  (change: Readonly<Record<string, unknown>>): Arrangement =>
  ({ pool }, { appClientId }) =>
    pool.send('PATCH', `/clients/${appClientId}`, change);

/** Safeguards that the application leaves out. */
export const appLacks =
  (...lacks: readonly string[]): Arrangement =>
  ({ app }) =>
    app.send('PUT', '/lacks', { lacks });

/** Safeguards that the pool leaves out. */
export const poolLacks =
  (...lacks: readonly string[]): Arrangement =>
  ({ pool }) =>
    pool.send('PUT', '/lacks', { lacks });

/** A resource that no longer asks how well somebody is known. */
export const resourceUnguarded: Arrangement = ({ api }) => api.send('PUT', '/assurance', null);

/** User pool → Users → the person → Disable user access. */
export const disabledInPool: Arrangement = async ({ pool }) => {
  const [user] = await pool.get<readonly { username: string }[]>('/users');
  await pool.send('PATCH', `/users/${encodeURIComponent(user?.username ?? '')}`, { enabled: false });
};

/** A change of the person at the provider. */
export const person =
  (email: string, change: Readonly<Record<string, unknown>>): Arrangement =>
  async ({ idp }) => {
    const { email: _, ...before } = await idp.get<Record<string, unknown>>(`/users/${email}`);
    await idp.send('PUT', `/users/${email}`, { ...before, ...change });
  };

/** User pool → Social and external providers → the SAML provider → Edit. */
export const samlDetails =
  (ProviderDetails: Readonly<Record<string, string>>): Arrangement =>
  ({ pool }, { samlProvider }) =>
    pool.send('PATCH', `/providers/${samlProvider}`, { ProviderDetails });

/** AdminX → Applications → the application: some fields otherwise. */
export const samlApplication =
  (change: Readonly<Record<string, unknown>>): Arrangement =>
  ({ idp }) =>
    idp.send('PATCH', '/applications/cognito-user-pool', change);
