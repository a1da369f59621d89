import { html } from 'hono/html';
import { respondFramed } from './frame.ts';

export interface HomeFacts {
  readonly organisation: string;
  readonly nonce: string;
  readonly applications: readonly { readonly id: string; readonly name: string }[];
  /** Who is signed in here; absent when nobody is. */
  readonly who?: string;
}

/** The tenant's start page: a tile for each application, which starts an IdP-initiated login. */
export function respondHome(facts: HomeFacts): Promise<Response> {
  const tiles = facts.applications.map(
    ({ id, name }) => html`<li><a href="/saml/launch/${id}">${name}</a></li>`,
  );
  const body = html`<div class="card wide">
<h1>Your applications</h1>
${
  facts.who === undefined
    ? html`<p class="muted">Choose one. You confirm with your phone.</p>`
    : html`<p>Signed in as <strong id="user-name">${facts.who}</strong></p>`
}
<ul class="tiles">${tiles}</ul>
${
  facts.who === undefined
    ? ''
    : html`<form method="post" action="/logout"><button class="quiet">Sign out</button></form>`
}
</div>`;
  return respondFramed(
    { organisation: facts.organisation, title: 'Your applications', body },
    { nonce: facts.nonce },
  );
}

/** What an ordinary camera app opens when it reads the QR code: no effect, only advice. */
export function respondQrAdvice(facts: Pick<HomeFacts, 'organisation' | 'nonce'>): Promise<Response> {
  const body = html`<div class="card"><h1>Open the app to scan this code</h1>
<p>This code works only in the sign-in app. Open the app on your phone and scan the code again.</p></div>`;
  return respondFramed(
    { organisation: facts.organisation, title: 'Open the app', body },
    { nonce: facts.nonce },
  );
}
