import { html } from 'hono/html';
import type { AccountAccess } from '../../../../harness/model/records.ts';
import { respondPage } from '../../../core/page.ts';
import { portalStyles } from '../../web/styles.ts';
import type { DeepLink } from '../relay-state.ts';
import { portalBar } from './portal.ts';

export interface ConsoleFacts {
  readonly nonce: string;
  readonly userName: string;
  readonly wanted: DeepLink;
  /** The account as assigned to the person; undefined when it is not. */
  readonly account: AccountAccess | undefined;
}

const styles = `${portalStyles}
dl{display:grid;grid-template-columns:auto 1fr;gap:.4rem 1.5rem;margin:1.25rem 0}
dt{color:var(--muted)}
dd{margin:0;font-weight:600}
`;

/** Where a role's link and a deep link lead: names the account and role, or says that they are not the person's. */
export function consolePage({ nonce, userName, wanted, account }: ConsoleFacts): Promise<Response> {
  const { accountId, roleName } = wanted;
  if (account === undefined || !account.roles.includes(roleName)) return noAccess(nonce, userName);
  return respondPage(
    {
      title: `${roleName} | ${account.accountName}`,
      header: portalBar(userName),
      body: html`<div class="card" data-testid="console" data-console-account="${accountId}" data-console-role="${roleName}">
<h1>${roleName} in ${account.accountName}</h1>
<p class="muted">This is where the AWS Management Console would open.</p>
<dl><dt>Account</dt><dd>${account.accountName} (${accountId})</dd><dt>Role</dt><dd>${roleName}</dd></dl>
<a class="button quiet" href="/start">Back to the access portal</a></div>`,
      styles,
    },
    { nonce },
  );
}

function noAccess(nonce: string, userName: string): Promise<Response> {
  return respondPage(
    {
      title: 'No access | AWS access portal',
      header: portalBar(userName),
      body: html`<div class="card" data-testid="console-refused"><h1>You do not have access</h1>
<p>The account or role that the link names is not assigned to you. Ask your administrator for it.</p>
<a class="button quiet" href="/start">Go to the access portal</a></div>`,
      styles,
    },
    { nonce, status: 403 },
  );
}
