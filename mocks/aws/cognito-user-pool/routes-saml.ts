import type { Context, Hono } from 'hono';
import type { TrustedIdp } from '../../core/saml/idp-entity.ts';
import { buildLoginUrl } from '../../sp/requests.ts';
import { readProviderMetadata } from '../iam/provider-metadata.ts';
import { readSamlResponse } from '../saml/read-saml-response.ts';
import { type AuthorizeRequest, readAuthorize } from './authorize.ts';
import type { SamlProvider } from './config.ts';
import type { PoolContext } from './context.ts';
import { createFederationLog, type FederationLog } from './federation-log.ts';
import { type Pending, pendingMs } from './hosted-state.ts';
import { takeIn } from './map-attributes.ts';
import { OAuthRefusal } from './oauth-error.ts';
import { errorPage } from './pages.ts';
import { arrive, guarded, remember, takePending } from './routes-hosted.ts';
import { checkSamlAssertion } from './saml-assertion.ts';

/** Longest SAMLResponse, in characters of base64 (COG, saml2-idpresponse endpoint). */
const maxLength = 100_000;

/** Where the browser is sent with an AuthnRequest, signed where the provider is set up for it. */
export async function beginSaml(
  context: PoolContext,
  provider: SamlProvider,
  request: AuthorizeRequest,
  browser: string,
  log: FederationLog,
): Promise<string> {
  const { pool, hosted, addresses } = context;
  const requestId = pool.ids.samlId();
  const pending: Pending = {
    request,
    provider: provider.ProviderName,
    expiresAt: pool.clock.now() + pendingMs,
    browser,
    requestId,
    log,
  };
  const { signing } = await context.samlKeys();
  const isSigned = provider.ProviderDetails.RequestSigningAlgorithm !== undefined;
  log.authorizeUrl = buildLoginUrl(
    { entityId: addresses.samlEntityId, acsUrl: addresses.samlAcs },
    trustOf(provider),
    {
      id: requestId,
      now: pool.clock.now(),
      relayState: hosted.pending.put(pending),
      nameIdFormat: null,
      signingKey: isSigned ? signing.privateKeyPem : undefined,
    },
  );
  return log.authorizeUrl;
}

/** The assertion consumer service: `POST /saml2/idpresponse`. */
export function addSamlRoutes(app: Hono, context: PoolContext): void {
  const { pool, hosted, events } = context;
  app.post('/saml2/idpresponse', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const relayState = form.get('RelayState') ?? '';
    const pending = takePending(c, context, relayState) ?? unsolicited(context, relayState);
    if (pending === undefined) {
      events.record(
        'refused',
        { path: c.req.path },
        'The relay state is unknown, used, or of another browser.',
      );
      return errorPage(pool.ids.token(), 'Invalid relayState');
    }
    return guarded(c, context, () => consume(c, pending, form.get('SAMLResponse') ?? ''), pending);
  });

  async function consume(c: Context, pending: Pending, encoded: string): Promise<Response> {
    const provider = context.providers.get(pending.provider);
    const client = pool.client(pending.request.clientId);
    if (provider?.ProviderType !== 'SAML' || client === undefined)
      throw new OAuthRefusal('invalid_request', 'Unknown provider');
    const trust = trustOf(provider);
    const { encryption } = await context.samlKeys();
    const { response, assertionId, problem } = readSamlResponse(encoded, {
      trustFor: (issuer) => (issuer === trust.entityId ? trust : undefined),
      privateKeys: [encryption.privateKeyPem],
      acceptSha1: false,
      maxLength,
    });
    if (!response.readable)
      throw new OAuthRefusal('server_error', 'Invalid SAML response received', problem ?? response.problem);
    const { addresses } = context;
    const { facts } = response;
    const subject = checkSamlAssertion(facts, {
      entityId: addresses.samlEntityId,
      acsUrl: addresses.samlAcs,
      now: pool.clock.now(),
      mustBeEncrypted: provider.ProviderDetails.EncryptedResponses === 'true',
      ...(pending.requestId === undefined ? {} : { requestId: pending.requestId }),
    });
    claim(assertionId ?? '', provider.ProviderName);
    const claims = Object.fromEntries(
      facts.attributes.map(({ name, values }) => [name, values.length === 1 ? values[0] : values]),
    );
    pending.log.claims = claims;
    const taken = await takeIn(context, client, {
      providerName: provider.ProviderName,
      providerType: 'SAML',
      issuer: trust.entityId,
      subject,
      claims,
      mapping: provider.AttributeMapping,
    });
    pending.log.attributes = taken.attributes;
    return arrive(c, context, pending, client, taken.user);
  }

  /** An assertion is taken once (COG: a duplicate is refused). Kept for longer than any could be used. */
  function claim(assertionId: string, provider: string): void {
    const key = JSON.stringify([provider, assertionId]);
    if (assertionId === '' || hosted.assertions.get(key) !== undefined)
      throw new OAuthRefusal(
        'server_error',
        'Invalid SAML response received',
        'The assertion was used before',
      );
    hosted.assertions.put({ expiresAt: pool.clock.now() + 24 * 3_600_000 }, key);
  }
}

/** A login that the provider begins: the relay state holds what an application would ask for, if the provider may. */
function unsolicited(context: PoolContext, relayState: string): Pending | undefined {
  if (!relayState.includes('client_id=')) return undefined;
  try {
    const { request } = readAuthorize(new URLSearchParams(relayState), context.pool, context.lacks);
    const provider = [...context.providers.values()].find(
      ({ ProviderName, IdpIdentifiers }) =>
        ProviderName === request.provider || IdpIdentifiers.includes(request.provider ?? ''),
    );
    if (provider?.ProviderType !== 'SAML' || provider.ProviderDetails.IDPInit !== 'true') return undefined;
    const log = createFederationLog(provider.ProviderName, context.pool.clock.now());
    remember(context, log);
    const expiresAt = context.pool.clock.now() + pendingMs;
    return { request, provider: provider.ProviderName, expiresAt, browser: '', log };
  } catch (error) {
    if (error instanceof OAuthRefusal) return undefined;
    throw error;
  }
}

/** The identity provider of the metadata. @throws QueryError for metadata that cannot be used */
function trustOf({ ProviderDetails }: SamlProvider): TrustedIdp {
  const [trust] = readProviderMetadata(ProviderDetails.MetadataFile).idps;
  if (trust === undefined) throw new Error('Metadata that was taken names nobody.');
  return trust;
}
