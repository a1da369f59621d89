import { html } from 'hono/html';
import { respondPage } from '../../../core/page.ts';
import { portalStyles } from '../../web/styles.ts';
import type { ConsoleSession } from '../console-session.ts';

const styles = `${portalStyles}
dl{display:grid;grid-template-columns:auto 1fr;gap:.4rem 1.5rem;margin:1.25rem 0}
dt{color:var(--muted)}
dd{margin:0;font-weight:600}
`;
const logout = '/console/logout!doLogout';

export interface ConsoleFacts {
  readonly nonce: string;
  readonly session: ConsoleSession;
  /** The page of the console that was asked for. */
  readonly url: URL;
  readonly region: string | undefined;
}

/** Stands for every page of the console: says which account, role and session the browser has. */
export function consolePage({ nonce, session, url, region }: ConsoleFacts): Promise<Response> {
  const { account, alias, roleName, sessionName } = session;
  const accountName = alias === undefined ? account : `${alias} (${account})`;
  return respondPage(
    {
      title: `AWS Management Console | ${roleName}`,
      header: html`<div class="bar"><strong>AWS Management Console</strong>
<span data-testid="user-name">${roleName}/${sessionName}</span>
<form method="post" action="${logout}"><button id="sign-out-button" type="submit">Sign out</button></form></div>`,
      body: html`<div class="card" data-testid="console" data-console-account="${account}" data-console-role="${roleName}"
data-console-session="${sessionName}" data-console-path="${url.pathname}${url.search}">
<h1>${roleName} in ${accountName}</h1>
<p class="muted">This is where the AWS Management Console would open.</p>
<dl><dt>Account</dt><dd>${accountName}</dd><dt>Role</dt><dd>${roleName}</dd><dt>Session</dt><dd>${sessionName}</dd>
<dt>Region</dt><dd>${region ?? 'not chosen'}</dd><dt>Page</dt><dd>${url.pathname}${url.search}</dd>
<dt>Until</dt><dd>${new Date(session.expiresAt).toISOString()}</dd></dl></div>`,
      footer: html`A double of the AWS console for tests. Not operated by AWS.`,
      styles,
    },
    { nonce },
  );
}

const texts = {
  'signed-out': { heading: 'You have signed out', text: 'Your console session has ended.' },
  'no-session': {
    heading: 'You are not signed in',
    text: 'Federated sign-in to an account begins at your identity provider. Open its application for AWS.',
  },
} as const;

export interface SignedOutFacts {
  readonly nonce: string;
  readonly reason: keyof typeof texts;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For a browser without a session. There is nothing to press: AWS has no SP-initiated way in here. */
export function signedOutPage({ nonce, reason, headers = {} }: SignedOutFacts): Promise<Response> {
  const { heading, text } = texts[reason];
  return respondPage(
    {
      title: `${heading} | AWS Management Console`,
      header: html`<div class="bar"><strong>AWS Management Console</strong></div>`,
      body: html`<div class="narrow"><div class="card" data-testid="${reason}"><h1>${heading}</h1><p>${text}</p></div></div>`,
      styles: portalStyles,
    },
    { nonce, status: reason === 'signed-out' ? 200 : 401, headers },
  );
}
