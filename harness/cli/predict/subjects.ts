import type { SamlAttribute } from '../../aws/claims.ts';
import { plannedAssertion } from '../../aws/planned-assertion.ts';
import { CountersignError } from '../../model/error.ts';
import { type Mapping, mapAttributes } from './mapping.ts';
import { type IdpMetadata, shareKey } from './metadata.ts';
import type { GivenProvider } from './providers.ts';
import type { SavedResponse } from './responses.ts';
import type { Subject, Unpredicted } from './table.ts';
import { fillTemplate, rememberFills } from './template.ts';
import type { ListedUser } from './users.ts';

/** A user of the list with the attributes that the identity provider will send. */
export interface MappedUser extends ListedUser {
  readonly attributes: readonly SamlAttribute[];
}

/** What is the same in every planned assertion. */
export interface Plan {
  readonly mapping: Mapping;
  readonly idpMetadata: IdpMetadata | undefined;
  readonly recipient: string;
  readonly audience: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function mapUsers(users: readonly ListedUser[], mapping: Mapping): readonly MappedUser[] {
  const fill = rememberFills();
  return users.map((user) => ({ ...user, attributes: mapAttributes(mapping, user, fill) }));
}

/** Users whose assertions are yet to be sent. @throws CountersignError `usage` when nobody tells the issuer */
export function planSubjects(
  users: readonly MappedUser[],
  plan: Plan,
  providers: readonly GivenProvider[],
): readonly Subject[] {
  const { mapping, idpMetadata, recipient, audience, now } = plan;
  const issuer = mapping.issuer ?? idpMetadata?.entityId ?? onlyIssuer(providers);
  const verifies = new Map(
    providers.map(({ facts, certificates }) => [
      facts.arn,
      idpMetadata === undefined || shareKey(idpMetadata.certificates, certificates),
    ]),
  );
  return users.map((user) => {
    const { name, from, attributes, fields } = user;
    const value = mapping.nameId === undefined ? name : fillTemplate(mapping.nameId, fields)[0];
    const nameId = value === undefined ? undefined : { value, format: mapping.nameIdFormat };
    const facts = plannedAssertion({ issuer, recipient, audience, nameId, attributes }, now);
    return {
      name,
      from,
      now,
      factsFor: (provider) => {
        if (provider === undefined) return facts;
        const isEncrypted = provider.facts.encryptionMode === 'Required';
        return {
          ...facts,
          encrypted: isEncrypted,
          decrypted: isEncrypted,
          signatureVerifiedByProvider: verifies.get(provider.facts.arn) ?? true,
        };
      },
    };
  });
}

/** Saved responses under the names that tell them apart; each judged when it was issued unless a moment is given. */
export function savedSubjects(
  responses: readonly SavedResponse[],
  given: { readonly now: number | undefined; readonly present: number },
): { readonly subjects: readonly Subject[]; readonly unpredicted: readonly Unpredicted[] } {
  const counts = Map.groupBy(responses, ({ nameId }) => nameId);
  const named = responses.map((response) => {
    const { nameId, file } = response;
    const isOnly = nameId !== undefined && counts.get(nameId)?.length === 1;
    return { response, name: isOnly ? nameId : nameId === undefined ? file : `${nameId} (${file})` };
  });
  return {
    subjects: named
      .filter(({ response }) => response.unpredictable === undefined)
      .map(({ response, name }) => ({
        name,
        from: response.file,
        now: given.now ?? response.issuedAt ?? given.present,
        length: response.base64.length,
        response: response.base64,
        factsFor: response.factsFor,
      })),
    unpredicted: named.flatMap(({ response, name }) =>
      response.unpredictable === undefined ? [] : [{ user: name, why: response.unpredictable }],
    ),
  };
}

function onlyIssuer(providers: readonly GivenProvider[]): string {
  const issuers = [...new Set(providers.flatMap(({ facts }) => facts.entityId ?? []))];
  const [issuer] = issuers;
  if (issuer !== undefined && issuers.length === 1) return issuer;
  throw new CountersignError(
    'usage',
    issuers.length === 0
      ? 'Nothing tells the issuer of the assertions.'
      : `The SAML providers belong to several issuers: ${issuers.join(', ')}.`,
    'Add --idp-metadata FILE, or "Issuer" to the mapping.',
  );
}
