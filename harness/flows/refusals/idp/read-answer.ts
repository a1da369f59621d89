import { decodePostParameter } from '../../../saml/decode.ts';
import { NS } from '../../../saml/namespaces.ts';
import { parseXml } from '../../../saml/parse.ts';
import { attr, descendants, textOf } from '../../../saml/tree.ts';
import type { Visit } from '../ports.ts';

/** What an identity provider made of a login, by what it gave the browser. */
export type IdpAnswer =
  /** A page of its own: a refusal, or the login page. */
  | { readonly kind: 'page' }
  /** An assertion, and the address that the browser takes it to. */
  | { readonly kind: 'assertion'; readonly to: string; readonly about: string }
  /** A Response without one. */
  | { readonly kind: 'status'; readonly to: string; readonly code: string }
  /** The browser is sent on without a SAML message. */
  | { readonly kind: 'elsewhere'; readonly to: string };

/** Reads where a visit ended. An assertion that cannot be read, or is encrypted, is an assertion all the same. */
export function readAnswer({ onward }: Visit): IdpAnswer {
  if (onward === undefined) return { kind: 'page' };
  const { url: to, fields, method } = onward;
  const parameter =
    fields.find(([name]) => name === 'SAMLResponse')?.[1] ??
    (method === 'GET' ? (URL.parse(to)?.searchParams.get('SAMLResponse') ?? undefined) : undefined);
  if (parameter === undefined) return { kind: 'elsewhere', to };
  const { text } = decodePostParameter(parameter);
  const { root } = parseXml(text);
  if (root === undefined)
    return /Assertion/.test(text) || text === ''
      ? { kind: 'assertion', to, about: '' }
      : { kind: 'elsewhere', to };
  const all = [...descendants(root)];
  const hasAssertion = all.some(
    ({ namespace, local }) => namespace === NS.saml && /^(?:Encrypted)?Assertion$/.test(local),
  );
  if (hasAssertion) {
    const name = all.find(({ namespace, local }) => namespace === NS.saml && local === 'NameID');
    return { kind: 'assertion', to, about: name === undefined ? '' : textOf(name).text };
  }
  const codes = all.filter(({ namespace, local }) => namespace === NS.samlp && local === 'StatusCode');
  const status = codes.map((code) => attr(code, 'Value')?.split(':').at(-1) ?? '');
  return { kind: 'status', to, code: status.join(', ') };
}
