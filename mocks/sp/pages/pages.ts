import { html } from 'hono/html';
import { type Markup, respondPage } from '../../core/page.ts';
import type { Session } from '../memory.ts';
import { styles } from './styles.ts';

/** Turns a value into markup. Strict: escaped. */
export type Show = (value: string) => Markup | string;

export interface PageFacts {
  /** Name of the application. */
  readonly name: string;
  readonly nonce: string;
  readonly show: Show;
  readonly paths: { readonly login: string; readonly logout: string };
}

/** What the application shows. A double that is built on this one brings its own. */
export interface Pages {
  readonly protected: (session: Session, facts: PageFacts) => Promise<Response>;
  /** Tells that a login failed, and never why. `echo`: values of the message, for those who show them. */
  readonly refused: (echo: readonly string[], facts: PageFacts) => Promise<Response>;
  readonly signedOut: (facts: PageFacts) => Promise<Response>;
}

export const pages: Pages = { protected: protectedPage, refused: refusedPage, signedOut: signedOutPage };

async function protectedPage({ account, login, startedAt, expiresAt }: Session, facts: PageFacts) {
  const { show } = facts;
  const time = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
  const rows = login.attributes.map(
    (one) =>
      html`<tr><th scope="row">${show(one.name)}</th><td>${one.values.map((value) => html`<div>${show(value)}</div>`)}</td></tr>`,
  );
  const attributes =
    rows.length === 0
      ? html`<p class="muted">The identity provider said nothing more about you.</p>`
      : html`<table><caption>What the identity provider said about you</caption><tbody>${rows}</tbody></table>`;
  return respondPage(
    {
      title: facts.name,
      header: header(
        facts,
        html`<form method="post" action="${facts.paths.logout}"><button class="quiet" type="submit">Sign out</button></form>`,
      ),
      body: html`<div class="card"><h1>You are signed in</h1>
<p>as <strong data-testid="user-name">${show(account)}</strong></p>
<p class="muted">Since ${time(startedAt)}, until ${time(expiresAt)} (UTC).</p>
${attributes}</div>`,
      styles,
    },
    { nonce: facts.nonce },
  );
}

async function refusedPage(echo: readonly string[], facts: PageFacts) {
  return respondPage(
    {
      title: `Sign-in failed | ${facts.name}`,
      header: header(facts),
      body: html`<div class="card" data-testid="error-page"><h1>You could not be signed in</h1>
<p>The message from your identity provider was not accepted. Nothing has changed.</p>
<p>Try again. If it happens once more, tell your administrator the time and the address of this page.</p>
${echo.map((value) => html`<p class="muted">${facts.show(value)}</p>`)}
<p><a class="button" href="${facts.paths.login}">Try again</a></p></div>`,
      styles,
    },
    { nonce: facts.nonce, status: 400 },
  );
}

async function signedOutPage(facts: PageFacts) {
  return respondPage(
    {
      title: `Signed out | ${facts.name}`,
      header: header(facts),
      body: html`<div class="card"><h1>You are signed out</h1>
<p>Your identity provider may still know you: close the browser on a machine that others use.</p>
<p><a class="button" href="${facts.paths.login}">Sign in</a></p></div>`,
      styles,
    },
    { nonce: facts.nonce },
  );
}

function header({ name }: PageFacts, more?: Markup): Markup {
  return html`<div class="bar"><strong>${name}</strong>${more ?? ''}</div>`;
}
