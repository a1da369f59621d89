import { html, raw } from 'hono/html';
import { respondFramed } from './frame.ts';

export interface PostFacts {
  readonly organisation: string;
  readonly application: string;
  readonly nonce: string;
  readonly acsUrl: string;
  /** Base64 of the Response. */
  readonly samlResponse: string;
  readonly relayState?: string;
  /** Values are put in as they are: what only a weak double does. */
  readonly unescaped?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The form that carries a Response (saml-bindings 3.5.4): it sends itself, and has a button where it cannot. */
export function respondPost(facts: PostFacts): Promise<Response> {
  const body = html`<div class="card">
<h1>Signing you in to ${facts.application}</h1>
<p class="muted">You are sent on by yourself. If nothing happens, press Continue.</p>
<form method="post" action="${facts.acsUrl}" autocomplete="off" id="saml-form">
<input type="hidden" name="SAMLResponse" value="${facts.samlResponse}">
${
  facts.relayState === undefined
    ? ''
    : html`<input type="hidden" name="RelayState" value="${facts.unescaped === true ? raw(facts.relayState) : facts.relayState}">`
}
<div class="actions"><button>Continue</button></div>
</form></div>`;
  return respondFramed(
    {
      organisation: facts.organisation,
      title: 'Signing you in',
      body,
      script: `document.querySelector('#saml-form').submit();`,
    },
    {
      nonce: facts.nonce,
      // Browsers apply form-action to redirects after the post too, and only the application knows where those lead.
      formAction: 'https:',
      ...(facts.headers === undefined ? {} : { headers: facts.headers }),
    },
  );
}
