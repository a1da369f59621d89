import { html } from 'hono/html';
import { respondPage } from '../../../core/page.ts';
import { portalStyles } from '../../web/styles.ts';

/** `no-access` is AWS's own text as people quote it; `bad-request` is ours: what AWS shows differs from report to report. */
const texts = {
  'no-access': {
    heading: 'An error occurred while signing in to the application',
    strong: 'No access',
    text: 'Confirm with your administrator that you have access to the application and that your primary email address is assigned in IAM Identity Center.',
    status: 403,
  },
  'bad-request': {
    heading: 'An error occurred while signing in to the application',
    strong: 'Bad input',
    text: 'The request of the application cannot be answered. Tell your administrator the name of the application and the time.',
    status: 400,
  },
} as const;
export type RefusalKind = keyof typeof texts;

/** The page of every refusal on the way into an application. It never tells the cause; the event log does. */
export function refusedPage(
  kind: RefusalKind,
  facts: { readonly nonce: string; readonly portalUrl: string },
): Promise<Response> {
  const { heading, strong, text, status } = texts[kind];
  return respondPage(
    {
      title: `${strong} | AWS access portal`,
      header: html`<div class="bar"><strong>AWS access portal</strong></div>`,
      body: html`<div class="narrow"><div class="card" data-testid="application-refused"><h1>${heading}</h1>
<p><strong>${strong}</strong></p><p>${text}</p>
<a class="button quiet" href="${facts.portalUrl}">View all applications</a></div></div>`,
      styles: portalStyles,
    },
    { nonce: facts.nonce, status },
  );
}
