import type { AssertionFacts } from '../assertion-facts.ts';
import type { SamlAttribute } from '../claims.ts';

/** What an identity pool goes by of a login: the subject, and what the assertion says of it. */
export interface PoolLogin {
  /** ARN of the SAML provider: the key of Logins. */
  readonly provider: string;
  /** NameID. */
  readonly subject: string;
  /** The first audience. */
  readonly audience: string | undefined;
  readonly attributes: readonly SamlAttribute[];
}

const nameIdentifier = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier';

/**
 * Values of a claim, by its exact name; those of repeated attributes joined. `sub` and the claim nameidentifier stand
 * for NameID and `aud` for the audience, where no attribute has that name: the assumption `pool-sub-and-aud`.
 */
export function valuesOfClaim(login: PoolLogin, claim: string): readonly string[] {
  const found = login.attributes.filter(({ name }) => name === claim);
  if (found.length > 0) return found.flatMap(({ values }) => values);
  if (claim === 'sub' || claim === nameIdentifier) return [login.subject];
  return claim === 'aud' && login.audience !== undefined ? [login.audience] : [];
}

export function poolLoginOf(provider: string, facts: AssertionFacts): PoolLogin {
  return {
    provider,
    subject: facts.nameId?.value ?? '',
    audience: facts.audienceRestrictions[0]?.[0],
    attributes: facts.attributes,
  };
}
