import { html } from 'hono/html';
import type { RolePair } from '../../../../harness/aws/role-attribute.ts';
import { type Markup, respondPage } from '../../../core/page.ts';
import { portalStyles } from '../../web/styles.ts';

export interface PickerFacts {
  readonly nonce: string;
  readonly pairs: readonly RolePair[];
  /** Account id → alias. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly samlResponse: string;
  readonly relayState: string;
  /** Path that the form is posted to: the one that the response came to. */
  readonly action: string;
}

const styles = `${portalStyles}
.picker{max-width:40rem;margin:0 auto}
fieldset{border:0;margin:1rem 0;padding:0;display:grid;gap:.75rem}
fieldset>.saml-account{border:1px solid var(--line);border-radius:10px;padding:1rem 1.25rem}
.saml-account-name{font-weight:600;border-bottom:1px solid var(--line);padding-bottom:.5rem;margin-bottom:.35rem}
.saml-role{display:flex;align-items:center;gap:.75rem;min-height:44px}
.saml-radio{width:1.25rem;height:1.25rem;min-height:0;flex:none;margin:0}
.saml-role-description{margin:0;font-weight:400;flex:1;padding:.5rem 0}
.buttoninput{margin-top:1rem}
`;

/**
 * The role picker, with the ids, classes and fields that AWS's has, so that tools which read it go on working
 * (aws.md A.12). The response travels in the page and is posted again with the choice.
 */
export function pickerPage(facts: PickerFacts): Promise<Response> {
  const byAccount = Map.groupBy(facts.pairs, ({ role }) => role.account);
  let index = 0;
  const next = () => String(index++);
  return respondPage(
    {
      title: 'Amazon Web Services Login',
      header: html`<div class="bar"><strong>Amazon Web Services Login</strong></div>`,
      body: html`<div class="picker card" data-testid="role-picker"><h1>Amazon Web Services Login</h1>
<form id="saml_form" name="saml_form" action="${facts.action}" method="post" autocomplete="off">
<input type="hidden" name="RelayState" value="${facts.relayState}">
<input type="hidden" name="SAMLResponse" value="${facts.samlResponse}">
<input type="hidden" name="name" value="">
<p id="select-role">Select a role:</p>
<fieldset aria-labelledby="select-role">${[...byAccount].map(([account, pairs]) =>
        accountBlock(account, facts.aliases.get(account), pairs, next),
      )}</fieldset>
<div class="buttoninput" id="input_signin_button"><button id="signin_button" type="submit">Sign In</button></div>
</form></div>`,
      styles,
    },
    // The redirect after the post counts as the form's target, and it leads to the console's host.
    { nonce: facts.nonce, formAction: 'https:' },
  );
}

function accountBlock(
  account: string,
  alias: string | undefined,
  pairs: readonly RolePair[],
  next: () => string,
): Markup {
  const name = alias === undefined ? account : `${alias} (${account})`;
  return html`<div class="saml-account" data-account-id="${account}"><div class="saml-account-name">Account: ${name}</div>
${pairs.map(
  ({ role }) => html`<div id="${next()}" class="saml-account"><div class="saml-role">
<input type="radio" name="roleIndex" value="${role.arn}" class="saml-radio" id="${role.arn}" required>
<label for="${role.arn}" class="saml-role-description">${role.name}</label></div></div>`,
)}</div>`;
}
