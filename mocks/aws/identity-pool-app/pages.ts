import { html } from 'hono/html';
import type { PrincipalTag } from '../../../harness/model/identity-pool-records.ts';
import { respondPage } from '../../core/page.ts';
import { portalStyles } from '../web/styles.ts';
import type { AppSession } from './state.ts';

const styles = `${portalStyles}
dl{display:grid;grid-template-columns:auto 1fr;gap:.4rem 1.5rem;margin:1.25rem 0}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.35rem}}
`;
const footer = html`A double of a web application before an identity pool, for tests.`;
const bar = (name: string) => html`<div class="bar"><strong>${name}</strong></div>`;

/** The first page of somebody who is signed in: who they are to AWS. No key is ever on it. */
export function homePage(name: string, session: AppSession, nonce: string): Promise<Response> {
  const { userName, identityId, arn, tags, expiresAt } = session;
  const role = arn.split('/')[1] ?? '';
  return respondPage(
    {
      title: name,
      header: html`<div class="bar"><strong>${name}</strong><span data-testid="user-name">${userName}</span>
<form method="post" action="/sign-out"><button id="sign-out-button" type="submit">Sign out</button></form></div>`,
      body: html`<div class="card" data-testid="pool-home" data-identity="${identityId}" data-arn="${arn}" data-role="${role}">
<h1>You work as ${role}</h1>
<dl><dt>Identity</dt><dd><code>${identityId}</code></dd><dt>Role</dt><dd><code>${arn}</code></dd>
<dt>Until</dt><dd>${new Date(expiresAt).toISOString().slice(0, 16).replace('T', ' ')} (UTC)</dd></dl>
<h2>Principal tags</h2>${tagList(tags)}</div>`,
      footer,
      styles,
    },
    { nonce },
  );
}

function tagList(tags: readonly PrincipalTag[] | undefined) {
  if (tags === undefined) return html`<p class="muted">The application did not ask for them.</p>`;
  if (tags.length === 0) return html`<p class="muted" data-testid="no-tags">There are none.</p>`;
  return html`<dl data-testid="tags">${tags.map(
    ({ key, value }) => html`<dt>${key}</dt><dd data-tag="${key}">${value}</dd>`,
  )}</dl>`;
}

/** For whoever could not be signed in: what to do, and nothing of why. */
export function refusedPage(name: string, nonce: string, status: number): Promise<Response> {
  return respondPage(
    {
      title: `Sign-in failed | ${name}`,
      header: bar(name),
      body: html`<div class="narrow"><div class="card" data-testid="error-page"><h1>You could not be signed in</h1>
<p role="alert">AWS gave no access for this sign-in. Please start again at your identity provider; if it fails once more, ask your administrator for access.</p></div></div>`,
      footer,
      styles,
    },
    { nonce, status },
  );
}

/** For a browser without a session: the login begins at the identity provider. */
export function signedOutPage(name: string, nonce: string, status: number): Promise<Response> {
  return respondPage(
    {
      title: `Signed out | ${name}`,
      header: bar(name),
      body: html`<div class="narrow"><div class="card" data-testid="signed-out"><h1>You are signed out</h1>
<p>Open ${name} at your identity provider to sign in.</p></div></div>`,
      footer,
      styles,
    },
    { nonce, status },
  );
}
