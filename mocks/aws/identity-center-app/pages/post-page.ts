import { html } from 'hono/html';
import { respondPage } from '../../../core/page.ts';
import { portalStyles } from '../../web/styles.ts';

export interface PostFacts {
  readonly nonce: string;
  readonly application: string;
  readonly acsUrl: string;
  /** Base64 of the Response. */
  readonly samlResponse: string;
  readonly relayState?: string;
}

/** The form that carries a Response (saml-bindings 3.5.4): it sends itself, and has a button where it cannot. */
export function postPage(facts: PostFacts): Promise<Response> {
  const relayState =
    facts.relayState === undefined
      ? ''
      : html`<input type="hidden" name="RelayState" value="${facts.relayState}">`;
  return respondPage(
    {
      title: `${facts.application} | AWS access portal`,
      header: html`<div class="bar"><strong>AWS access portal</strong></div>`,
      body: html`<div class="narrow"><div class="card"><h1>Opening ${facts.application}</h1>
<p class="muted">You are sent on by yourself. If nothing happens, press Continue.</p>
<form method="post" action="${facts.acsUrl}" autocomplete="off" id="saml-form">
<input type="hidden" name="SAMLResponse" value="${facts.samlResponse}">${relayState}
<button type="submit">Continue</button></form></div></div>`,
      styles: portalStyles,
      script: `document.querySelector('#saml-form').submit();`,
    },
    // Browsers apply form-action to redirects after the post too, and only the application knows where those lead.
    { nonce: facts.nonce, formAction: `https: ${new URL(facts.acsUrl).origin}` },
  );
}
