import { decodeRedirectParameter } from '../../../saml/decode.ts';

/** What can be read of a request in a query: its XML, else the parameter. */
export function readMessage(query: URLSearchParams): string {
  const parameter = query.get('SAMLRequest') ?? '';
  const { text } = decodeRedirectParameter(parameter);
  return text === '' ? parameter : text;
}
