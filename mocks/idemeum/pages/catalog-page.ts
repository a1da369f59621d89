import { html } from 'hono/html';
import { respondFramed } from '../../idp/pages/frame.ts';

export interface CatalogFacts {
  readonly organisation: string;
  readonly nonce: string;
  /** Who is signed in. */
  readonly firstName: string;
  readonly email: string;
  readonly tiles: readonly { readonly id: string; readonly name: string; readonly description: string }[];
}

/** The user catalog: a tile for each application that the person is entitled to; it starts an IdP-initiated login. */
export function respondCatalog(facts: CatalogFacts): Promise<Response> {
  const { tiles, email, firstName, organisation, nonce } = facts;
  const body = html`<div class="card wide" id="catalog">
<h1>${firstName === '' ? 'Your applications' : `${firstName}’s applications`}</h1>
<p class="muted">Signed in as <strong id="user-name">${email}</strong></p>
${
  tiles.length === 0
    ? html`<p id="no-applications">You are not entitled to any application yet. Ask your administrator for access.</p>`
    : html`<ul class="tiles">${tiles.map(
        ({ id, name, description }) => html`<li><a data-application="${id}" href="/saml/launch/${id}">${name}
<br><span class="muted">${description}</span></a></li>`,
      )}</ul>`
}
<form method="post" action="/logout"><button class="quiet" id="sign-out">Sign out</button></form>
</div>`;
  return respondFramed({ organisation, title: 'Your applications', body }, { nonce });
}

/** After signing out, so that nobody is asked for the next sign-in at once. */
export function respondSignedOut(facts: Pick<CatalogFacts, 'organisation' | 'nonce'>): Promise<Response> {
  const body = html`<div class="card" id="signed-out"><h1>You have signed out</h1>
<p>Your applications may still have sessions of their own. Sign out of them as well.</p>
<div class="actions"><a class="button" href="/">Sign in again</a></div></div>`;
  return respondFramed(
    { organisation: facts.organisation, title: 'Signed out', body },
    { nonce: facts.nonce },
  );
}
