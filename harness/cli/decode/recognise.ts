import { unwrapResponse } from '../../capture/unwrap.ts';
import { CountersignError } from '../../model/error.ts';
import type { XmlElement } from '../../model/xml.ts';
import { decodePostParameter, decodeRedirectParameter, looksLikeXml } from '../../saml/decode.ts';
import { metadataLimits } from '../../saml/limits.ts';
import { NS } from '../../saml/namespaces.ts';
import { parseXml } from '../../saml/parse.ts';
import { describeSaml } from './describe-saml.ts';
import { describeSts, stsNamespace } from './describe-sts.ts';
import { describeToken, isToken } from './describe-token.ts';
import type { Described } from './described.ts';

/** Parameters that carry a message in an address or a form, and tokens in an answer's JSON. */
const carriers = ['SAMLResponse', 'SAMLRequest', 'id_token', 'access_token', 'id_token_hint'];

/**
 * Finds out what was given, and makes it readable: a SAML message or metadata as XML, base64, form field, page or redirect
 * address; a JSON Web Token, alone or in a token endpoint's answer; an answer of STS.
 * @throws CountersignError `file` when it is none of these
 */
export function recognise(text: string): readonly Described[] {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') throw notKnown('It is empty.');
  if (isToken(trimmed)) return [fromToken(trimmed, 'a token by itself')];
  if (trimmed.startsWith('{')) return fromJson(trimmed);
  const carried = carriers.flatMap((name) => {
    const value = parameterOf(trimmed, name);
    return value === undefined ? [] : [fromParameter(name, value)];
  });
  if (carried.length > 0) return carried;
  const unwrapped = unwrapResponse(trimmed);
  if (unwrapped !== undefined) return [fromParameter(unwrapped.from, unwrapped.value)];
  return [looksLikeXml(trimmed) ? fromXml(trimmed, 'XML') : fromParameter('the value itself', trimmed)];
}

/** A parameter of an address or of a form's body; not one of a page, whose text may have anything in it. */
function parameterOf(text: string, name: string): string | undefined {
  if (/[<\n]/.test(text)) return undefined;
  const found = new RegExp(`(?:^|[?&#])${name}=([^&#\\s]*)`).exec(text)?.[1];
  if (found === undefined) return undefined;
  return (new URLSearchParams(`value=${found}`).get('value') ?? '').replaceAll(' ', '+');
}

function fromJson(text: string): readonly Described[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notKnown('It begins like JSON and is none.');
  }
  const found = Object.entries(value as object).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && isToken(entry[1]),
  );
  if (found.length === 0) throw notKnown('It is JSON without a JSON Web Token in it.');
  return found.map(([name, token]) => fromToken(token, `"${name}" of a JSON answer`, name));
}

function fromParameter(from: string, value: string): Described {
  if (isToken(value)) return fromToken(value, `the parameter ${from}`, from);
  const posted = decodePostParameter(value, metadataLimits, { allowXml: true });
  if (posted.problems.length === 0 && looksLikeXml(posted.text))
    return fromXml(posted.text, `${from}, base64`);
  const redirected = decodeRedirectParameter(value, metadataLimits);
  const [problem] = redirected.problems;
  if (problem !== undefined) throw notKnown(problem.message);
  return fromXml(redirected.text, `${from}, base64 and DEFLATE (HTTP-Redirect)`);
}

function fromToken(token: string, from: string, title?: string): Described {
  return { kind: 'JSON Web Token', from, parts: describeToken(token, title) };
}

function fromXml(xml: string, from: string): Described {
  const { root, problems } = parseXml(xml, metadataLimits);
  if (root === undefined) throw notKnown(problems[0]?.message ?? 'It is no XML.');
  if (root.namespace === stsNamespace) return { kind: 'Answer of STS', from, parts: describeSts(root) };
  const kind = samlKindOf(root);
  if (kind === undefined) return { kind: `XML with the root ${root.name}`, from, parts: [], document: xml };
  const name = kind === 'metadata' ? 'SAML metadata' : `SAML ${kind}`;
  return { kind: name, from, parts: describeSaml(xml, kind), document: xml };
}

function samlKindOf({ namespace, local }: XmlElement): 'Response' | 'AuthnRequest' | 'metadata' | undefined {
  if (namespace === NS.samlp && (local === 'Response' || local === 'AuthnRequest')) return local;
  return namespace === NS.md && local === 'EntityDescriptor' ? 'metadata' : undefined;
}

function notKnown(why: string): CountersignError {
  return new CountersignError(
    'file',
    `This is no message that can be decoded. ${why}`,
    'Give a SAMLResponse or SAMLRequest (base64, XML, the form field, or the whole address), metadata, a JSON Web Token, or an answer of STS.',
  );
}
