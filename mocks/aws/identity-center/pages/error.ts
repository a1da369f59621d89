import { html } from 'hono/html';
import { respondPage } from '../../../core/page.ts';
import type { Refusal } from '../../../core/saml/refusal.ts';
import { portalStyles } from '../../web/styles.ts';

/** AWS's own words (aws.md B.1, "Errors seen by the user"); which of them comes when is only partly documented. */
const texts = {
  message: { heading: 'An unexpected error has occurred', text: undefined },
  session: {
    heading: "It's not you, it's us",
    text: "We couldn't complete your request right now. Please try again later.",
  },
} as const;

export interface ErrorFacts {
  readonly nonce: string;
  /** For the person to quote to support. It is not tied to anything secret. */
  readonly requestId: string;
  readonly portalUrl: string;
}

/** The page of every refusal. It never tells the cause; the audit log does. */
export function errorPage(kind: Refusal['kind'], facts: ErrorFacts): Promise<Response> {
  const { heading, text } = texts[kind];
  return respondPage(
    {
      title: `${heading} | AWS access portal`,
      header: html`<div class="bar"><strong>AWS access portal</strong></div>`,
      body: html`<div class="narrow"><div class="card" data-testid="error-page"><h1>${heading}</h1>
${text === undefined ? '' : html`<p>${text}</p>`}
<p class="muted">Request ID: ${facts.requestId}</p>
<a class="button quiet" href="${facts.portalUrl}">Return to the access portal</a></div></div>`,
      styles: portalStyles,
    },
    { nonce: facts.nonce, status: 400 },
  );
}
