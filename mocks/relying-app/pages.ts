import { html } from 'hono/html';
import { type Markup, respondPage } from '../core/page.ts';

const styles = `
header{background:#12324a;color:#fff}
.bar{display:flex;align-items:center;gap:.5rem 1rem;flex-wrap:wrap;max-width:48rem;margin:0 auto;padding:.7rem 1.25rem}
.bar strong{margin-right:auto}
.bar form{margin:0}
.bar button{background:transparent;color:#fff;border-color:rgba(255,255,255,.6);padding:.3rem .9rem}
header :focus-visible{outline-color:#fff}
main{max-width:48rem;margin:0 auto;padding:2rem 1.25rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.25rem}
dt{color:var(--muted)}
dd{margin:0;font-weight:600;overflow-wrap:anywhere}
.good{color:var(--good);background:var(--good-bg);border-radius:10px;padding:.6rem .9rem}
.bad{color:var(--bad);background:var(--bad-bg);border-radius:10px;padding:.6rem .9rem}
footer{padding:1rem 1.25rem;text-align:center;color:var(--muted);font-size:.875rem}
@media(max-width:32rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
`;

interface Frame {
  readonly name: string;
  readonly nonce: string;
  readonly title: string;
  readonly body: Markup;
  readonly signedIn?: boolean;
  readonly status?: number;
}

function frame({ name, nonce, title, body, signedIn = false, status = 200 }: Frame): Promise<Response> {
  return respondPage(
    {
      title: `${title} – ${name}`,
      header: html`<div class="bar"><strong>${name}</strong>${
        signedIn
          ? html`<form method="post" action="/sign-out"><button id="sign-out-button" type="submit">Sign out</button></form>`
          : ''
      }</div>`,
      body,
      footer: html`A relying application for tests.`,
      styles,
    },
    // Signing out leads through the pool's own logout, on another site.
    { nonce, status, formAction: "'self' https:" },
  );
}

export function welcomePage(name: string, nonce: string): Promise<Response> {
  return frame({
    name,
    nonce,
    title: 'Welcome',
    body: html`<div class="card" data-testid="welcome"><h1>${name}</h1>
<p>Sign in to see your payments.</p><p><a class="button" id="sign-in" href="/sign-in">Sign in</a></p></div>`,
  });
}

export interface HomeFacts {
  readonly name: string;
  readonly nonce: string;
  readonly user: string;
  readonly person: string;
  readonly level: string | undefined;
  readonly claim: string;
  /** What the protected resource answered; undefined where it was not asked. */
  readonly resource: { readonly status: number } | undefined;
}

/** Who is logged in, how well they are known, and what that opens. */
export function homePage(facts: HomeFacts): Promise<Response> {
  const { resource, level } = facts;
  return frame({
    name: facts.name,
    nonce: facts.nonce,
    title: 'Your account',
    signedIn: true,
    body: html`<div class="card" data-testid="app-home" data-resource-status="${resource?.status ?? ''}">
<h1>Welcome, ${facts.person}</h1>
<dl><dt>Signed in as</dt><dd data-testid="user-name">${facts.user}</dd>
<dt>Identity assurance</dt><dd data-testid="assurance">${level ?? 'none'}</dd>
<dt>From claim</dt><dd>${facts.claim}</dd></dl>
${
  resource === undefined
    ? ''
    : resource.status === 200
      ? html`<p class="good" data-testid="payments">Your payments can be shown.</p>`
      : html`<p class="bad" role="alert" data-testid="payments-refused">Your payments cannot be shown: the
service answered ${resource.status}. They ask for a proofed identity.</p>`
}</div>`,
  });
}

export function refusalPage(name: string, nonce: string, text: string): Promise<Response> {
  return frame({
    name,
    nonce,
    title: 'Sign-in failed',
    status: 403,
    body: html`<div class="card" data-testid="app-refusal"><h1>You are not signed in</h1>
<p class="bad" role="alert">${text}</p><p><a class="button" href="/sign-in">Try again</a></p></div>`,
  });
}
