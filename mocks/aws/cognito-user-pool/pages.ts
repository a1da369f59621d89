import { html } from 'hono/html';
import { respondPage } from '../../core/page.ts';
import { portalStyles } from '../web/styles.ts';

const footer = html`A double of an Amazon Cognito user pool for tests. Not operated by AWS.`;
const header = html`<div class="bar"><strong>Amazon Cognito</strong></div>`;

/** The page that lets a person choose who signs them in. */
export function signInPage(facts: {
  readonly nonce: string;
  readonly choices: readonly { readonly name: string; readonly href: string }[];
}): Promise<Response> {
  return respondPage(
    {
      title: 'Sign in',
      header,
      footer,
      styles: portalStyles,
      body: html`<div class="narrow"><div class="card" data-testid="hosted-sign-in">
<h1>Sign in</h1>
<p class="muted">Choose how you sign in.</p>
${facts.choices.map(
  ({ name, href }) =>
    html`<a class="button" data-provider="${name}" href="${href}">Continue with ${name}</a>`,
)}
${facts.choices.length === 0 ? html`<p>No sign-in is set up for this application.</p>` : ''}
</div></div>`,
    },
    { nonce: facts.nonce },
  );
}

/** The only text that a person gets where there is no application to go back to. */
export function errorPage(nonce: string, text: string, status = 400): Promise<Response> {
  return respondPage(
    {
      title: 'Error',
      header,
      footer,
      styles: portalStyles,
      body: html`<div class="narrow"><div class="card" role="alert" data-testid="hosted-error">
<h1>An error was encountered with the requested page.</h1><p>${text}</p></div></div>`,
    },
    { nonce, status },
  );
}
