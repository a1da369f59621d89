import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { IdpContext } from '../idp/context.ts';
import { assuranceScope, type OidcClient } from './config.ts';
import { acrOf, amrOf, assuranceOf, subjectOf } from './people.ts';
import { interactionPath } from './provider.ts';

/** A login by the phone that an authorization request waits for. */
export interface OidcLogin {
  readonly uid: string;
  readonly clientId: string;
  /** Whether the scope asks for proof of identity, and so for LiveID. */
  readonly wantsProof: boolean;
}

export interface InteractionParts {
  readonly context: IdpContext;
  readonly client: (id: string) => OidcClient | undefined;
  /** Logins of the phone pages, by their id → the authorization request that waits. */
  readonly waiting: Map<string, OidcLogin>;
}

/**
 * One visit between the authorization request and its answer. The first sends the browser to the page with the QR code;
 * the next, after the phone has answered, hands the result to the provider.
 */
export async function handleInteraction(
  provider: Provider,
  parts: InteractionParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { context, waiting } = parts;
  const details = await provider.interactionDetails(request, response);
  const cancelled = new URL(request.url ?? '', 'http://double').searchParams.has('cancelled');
  if (cancelled) {
    const result = { error: 'access_denied', error_description: 'The person cancelled the sign-in.' };
    return provider.interactionFinished(request, response, result);
  }
  const known = [...waiting].find(([, { uid }]) => uid === details.uid);
  const login = known && context.state.volatile.logins.get(known[0]);
  const proof = login?.authentication;
  const user = proof && context.state.durable.users.get(proof.email);
  if (login !== undefined && proof !== undefined && user !== undefined) {
    login.finished = true;
    const level = assuranceOf(user, proof.biometric);
    const methods = [...amrOf(proof.biometric, level)];
    context.events.record('signed-in', { user: user.email, level, biometric: proof.biometric });
    return provider.interactionFinished(request, response, {
      login: {
        accountId: subjectOf(user),
        acr: acrOf(level),
        amr: methods,
        // The library reads the machine's clock, which the double's own offset does not move.
        ts: Math.floor(Date.now() / 1000),
      },
    });
  }
  const clientId = String(details.params.client_id);
  const hint = details.params.login_hint;
  const started =
    login ??
    context.logins.start({
      // What the phone shows to its owner.
      applicationId: parts.client(clientId)?.name ?? clientId,
      ...(typeof hint === 'string' && hint !== '' ? { hint } : {}),
    });
  waiting.set(started.id, {
    uid: details.uid,
    clientId,
    wantsProof: String(details.params.scope).split(' ').includes(assuranceScope),
  });
  response.writeHead(303, { location: `/login?id=${started.id}` }).end();
}

export function isInteraction(url: string | undefined): boolean {
  return url?.startsWith(interactionPath) === true;
}
