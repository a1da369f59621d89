import { type HtmlForm, readHtml } from '../../harness/drivers/http/html.ts';
import type { BrowserPort, Visit } from '../../harness/flows/refusals/ports.ts';

/** Names of the fields of a login form. */
export interface LoginFields {
  readonly userField: string;
  readonly passwordField: string;
}

export interface Credentials {
  readonly userName: string;
  readonly password: string;
}

/** Most pages that ask for something on the way: name and password apart, and one that asks to stay logged in. */
const mostPages = 3;

/** True for a page with a form that asks for the name or the password. */
export function isFormLogin({ text, status }: Visit, fields: LoginFields): boolean {
  return status === 200 && formOf(text, fields) !== undefined;
}

/** Fills the login form in and sends it, on one page or on several, until none asks any more. */
export async function logInByForm(
  browser: BrowserPort,
  page: Visit,
  fields: LoginFields,
  { userName, password }: Credentials,
): Promise<Visit> {
  let visit = page;
  for (let pages = 0; pages < mostPages && visit.onward === undefined; pages += 1) {
    const form = formOf(visit.text, fields);
    if (form === undefined) return visit;
    const values = form.fields.map(([name, value]): [string, string] => [
      name,
      name === fields.userField ? userName : name === fields.passwordField ? password : value,
    ]);
    visit = await browser.visit(toRequest(form, values, visit.url), new URL(visit.url).origin);
  }
  return visit;
}

function formOf(text: string, { userField, passwordField }: LoginFields): HtmlForm | undefined {
  return readHtml(text).forms.find(({ fields }) =>
    fields.some(([name]) => name === userField || name === passwordField),
  );
}

function toRequest({ action, method }: HtmlForm, values: [string, string][], base: string): Request {
  const url = new URL(action === '' ? base : action, base);
  const body = new URLSearchParams(values).toString();
  if (method !== 'POST') {
    url.search = body;
    return new Request(url);
  }
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: new URL(base).origin,
  };
  return new Request(url, { method, headers, body });
}
