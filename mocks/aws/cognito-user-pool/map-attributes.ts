import type { PoolContext } from './context.ts';
import { OAuthRefusal } from './oauth-error.ts';
import { findAttributeProblems } from './pool-attributes.ts';
import type { AppClient, LinkedIdentity, PoolUser } from './types.ts';

/** Who came from a provider, with what. */
export interface FederatedPerson {
  readonly providerName: string;
  readonly providerType: LinkedIdentity['providerType'];
  readonly issuer: string;
  /** `sub` or NameID. */
  readonly subject: string;
  /** Claims or attributes by name. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** Attribute of the pool → claim. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** The values that a mapping gives (COG, specifying attribute mapping). A missing claim leaves the old value. */
export function mapAttributes({ claims, mapping }: Pick<FederatedPerson, 'claims' | 'mapping'>) {
  const lines = Object.entries(mapping).filter(([attribute]) => attribute !== 'username');
  return Object.fromEntries(
    lines.flatMap(([attribute, claim]) => {
      const value = textOf(claims[claim]);
      return value === undefined ? [] : [[attribute, value]];
    }),
  );
}

/** Several values become one text; how AWS parts them is not documented, and this form is what pools were seen to give. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value))
    return value.length === 1 ? textOf(value[0]) : `[${value.map((one) => encode(String(one))).join(', ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Everything but letters, digits and `. - * _` is form-encoded where there are several (COG, same page). */
function encode(value: string): string {
  return new URLSearchParams({ v: value }).toString().slice(2);
}

/**
 * Makes the user at the first sign-in, brings the attributes up to date at every later one.
 * @throws OAuthRefusal when a required attribute is missing or one cannot be written; PoolError from the trigger
 */
export async function takeIn(
  { pool, events }: PoolContext,
  client: AppClient,
  person: FederatedPerson,
): Promise<{ readonly user: PoolUser; readonly attributes: Readonly<Record<string, string>> }> {
  const username = `${person.providerName}_${person.subject}`;
  const before = pool.users.get(username);
  const attributes = mapAttributes(person);
  const problems = findAttributeProblems(pool.config.schema, client, before, attributes);
  const fixed =
    before === undefined ? [] : Object.keys(attributes).filter((name) => isImmutable(pool.config, name));
  const missing = problems.filter((text) => text.endsWith('The attribute is required'));
  // Texts as they were seen in applications' reports; AWS does not list them.
  if (missing.length > 0)
    throw new OAuthRefusal(
      'invalid_request',
      `attributes required: [${missing.map((text) => text.split(':')[0]?.trim()).join(', ')}]`,
      missing.join('; '),
    );
  const wrong = [...problems, ...fixed.map((name) => `${name}: Attribute cannot be updated.`)];
  if (wrong[0] !== undefined) throw new OAuthRefusal('invalid_request', `user.${wrong[0]}`, wrong.join('; '));
  if (before !== undefined && !before.enabled)
    throw new OAuthRefusal('invalid_request', 'User is not enabled', `${username} is disabled`);
  if (before === undefined)
    await pool.trigger('PreSignUp_ExternalProvider', {
      userName: username,
      clientId: client.id,
      request: { userAttributes: attributes, validationData: {} },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    });
  const user = completeUser(before ?? newUser(pool, username, person), attributes);
  pool.users.put(user);
  events.record('federated', { username, provider: person.providerName, isNew: before === undefined });
  return { user, attributes };
}

function isImmutable(config: PoolContext['pool']['config'], name: string): boolean {
  return config.schema.some((one) => one.name === name && !one.mutable);
}

function completeUser(user: PoolUser, attributes: Readonly<Record<string, string>>): PoolUser {
  const merged = { ...user.attributes, ...attributes };
  // An address from a provider is unverified unless the mapping says otherwise (COG, same page).
  const unverified = 'email' in merged && !('email_verified' in merged) ? { email_verified: 'false' } : {};
  return { ...user, attributes: { ...merged, ...unverified } };
}

function newUser(pool: PoolContext['pool'], username: string, person: FederatedPerson): PoolUser {
  return pool.users.draft(username, {
    status: 'EXTERNAL_PROVIDER',
    // Every provider has a group of its own, which its users are in; seen in pools, not documented.
    groups: [`${pool.config.poolId}_${person.providerName}`],
    identities: [
      {
        userId: person.subject,
        providerName: person.providerName,
        providerType: person.providerType,
        issuer: person.providerType === 'SAML' ? person.issuer : null,
        primary: true,
        dateCreated: pool.clock.now(),
      },
    ],
  });
}
