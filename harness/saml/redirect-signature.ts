import { verifyBytes } from './algorithms.ts';
import { publicKeyOf } from './certificate.ts';

/** What the signature of an HTTP-Redirect message proves (SAML Bindings 3.4.4.1). */
export interface RedirectSignature {
  /** True when the query string has a Signature parameter. */
  readonly present: boolean;
  /** SigAlg, decoded. */
  readonly algorithm: string | undefined;
  readonly verified: boolean;
  /** Place of the certificate that verified it, in the list that was given. */
  readonly verifiedWith?: number;
  /** How the parameters depart from SAMLRequest, RelayState, SigAlg, Signature, each once; absent when they do not. */
  readonly orderProblem?: string;
}

/**
 * Verifies the signature of a redirect with certificates (base64 DER). The signed octets are the
 * parameters exactly as sent, still percent-encoded; no encoding is redone.
 */
export function verifyRedirectSignature(url: string, certificates: readonly string[]): RedirectSignature {
  const parameters = splitQuery(url);
  const algorithm = decode(sentValue(parameters, 'SigAlg'));
  const value = decode(sentValue(parameters, 'Signature'));
  const orderProblem = findOrderProblem(parameters.map(({ name }) => name));
  const basis = {
    present: value !== undefined,
    algorithm,
    ...(orderProblem === undefined ? {} : { orderProblem }),
  };
  const repeated = new Set(parameters.map(({ name }) => name)).size < parameters.length;
  if (value === undefined || algorithm === undefined || repeated) return { ...basis, verified: false };
  const signature = strictBase64(value);
  if (signature === undefined) return { ...basis, verified: false };
  const data = Buffer.from(signedOctets(parameters), 'utf8');
  const verifiedWith = certificates.findIndex((der) => {
    const key = publicKeyOf(der);
    return key !== undefined && verifyBytes(algorithm, data, key, signature);
  });
  return verifiedWith < 0 ? { ...basis, verified: false } : { ...basis, verified: true, verifiedWith };
}

interface Parameter {
  readonly name: string;
  /** As sent: `name=value`, still encoded. */
  readonly raw: string;
  readonly value: string;
}

const known = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature'];

/** The parameters of SAML as sent; others, which a service address may carry, are not signed. */
function splitQuery(url: string): readonly Parameter[] {
  const query = url.split('#')[0]?.split('?').slice(1).join('?') ?? '';
  return query.split('&').flatMap((raw) => {
    const at = raw.indexOf('=');
    const name = decode(at < 0 ? raw : raw.slice(0, at)) ?? '';
    return known.includes(name) ? [{ name, raw, value: at < 0 ? '' : raw.slice(at + 1) }] : [];
  });
}

function signedOctets(parameters: readonly Parameter[]): string {
  return ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg']
    .flatMap((name) => parameters.find((parameter) => parameter.name === name)?.raw ?? [])
    .join('&');
}

function findOrderProblem(names: readonly string[]): string | undefined {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return `${repeated} is there more than once.`;
  const wanted = known.filter((name) => names.includes(name));
  return wanted.join() === names.join()
    ? undefined
    : `The parameters come as ${names.join(', ')}, not as ${wanted.join(', ')}.`;
}

function sentValue(parameters: readonly Parameter[], name: string): string | undefined {
  return parameters.find((parameter) => parameter.name === name)?.value;
}

/** Percent-decoding; `undefined` when an escape is broken. A plus sign is a space, as forms encode it. */
function decode(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function strictBase64(value: string): Buffer | undefined {
  const compact = value.replace(/[\t\n\r]+/g, '');
  const valid = compact.length > 0 && compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact);
  return valid ? Buffer.from(compact, 'base64') : undefined;
}
