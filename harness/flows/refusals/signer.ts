import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { canonicalize } from '../../saml/canonical.ts';
import { canonicalizeOwn } from '../../saml/canonical-own.ts';
import type { SigningPair } from '../../saml/mutation-context.ts';
import { ALG, NS } from '../../saml/namespaces.ts';
import { parseOwn } from '../../saml/parse-own.ts';
import { signElement } from '../../saml/sign.ts';
import { attr, childOf, childrenOf, stepsTo } from '../../saml/tree.ts';
import { writeSignature, x509Data } from '../../saml/write-signature.ts';
import { fillTemplate, splitTemplate, type Template } from './template.ts';

/** What has to be signed: every assertion, the Response, or both. */
export type Signed = 'assertion' | 'response' | 'both';

/** One identity provider's key, ready to sign many messages: it gives the same bytes as `signElement`, sooner. */
export interface Signer {
  /** Signs whatever of it has an ID, as an identity provider does. What is not XML nobody could sign: it stays. */
  readonly signResponse: (xml: string, signed: Signed) => Promise<string>;
  readonly signElement: (xml: string, elementId: string) => Promise<string>;
  /** Value of a signature over an element, by its canonical text. It is made beside everything else. */
  readonly seal: (elementId: string, canonicalText: string) => Promise<Seal>;
  /** The Signature element round such a value; places for text may stand in any of the three. */
  readonly write: (elementId: string, seal: Seal) => string;
}

export interface Seal {
  /** Base64. */
  readonly digest: string;
  readonly value: string;
}

/** On a thread of the crypto library's, so that other attacks go on meanwhile. */
const signBeside = promisify<string, Buffer, KeyObject, Buffer>(sign);

const exclusive = { algorithm: ALG.excC14n, prefixes: [], comments: false } as const;

/** IDs that are written in XML as they are. */
const plain = /^[\w.-]+$/;

export function createSigner(pair: SigningPair): Signer {
  const key = pair.privateKey ?? createPrivateKey(pair.privateKeyPem);
  const write = (id: string, { digest, value }: Seal) =>
    writeSignature({
      references: [{ uri: `#${id}`, digestValues: [digest] }],
      signatureValue: value,
      keyInfo: x509Data(pair.certificateDer),
    });
  const signedInfo: Template<'id' | 'digest'> = splitTemplate((place) =>
    canonicalize(
      write(place('id'), { digest: place('digest'), value: '' }),
      { element: '/*/*[1]' },
      exclusive,
    ),
  );
  const seal = async (id: string, canonicalText: string): Promise<Seal> => {
    const digest = createHash('sha256').update(canonicalText, 'utf8').digest('base64');
    const info = Buffer.from(fillTemplate(signedInfo, { id, digest }), 'utf8');
    return { digest, value: (await signBeside('sha256', info, key)).toString('base64') };
  };

  const signOne = async (xml: string, elementId: string): Promise<string> => {
    if (!plain.test(elementId)) return signElement(xml, elementId, pair);
    const { root } = parseOwn(xml);
    const found =
      root === undefined
        ? undefined
        : [root, ...childrenOf(root)].find((one) => attr(one, 'ID') === elementId);
    const issuer = found === undefined ? undefined : childOf(found, NS.saml, 'Issuer');
    // Elements elsewhere, or without an Issuer, are rare: the general way finds the place.
    if (root === undefined || found === undefined || issuer === undefined)
      return signElement(xml, elementId, pair);
    const text = canonicalizeOwn(xml, { element: stepsTo(root, found) ?? '/*' }, exclusive);
    return xml.slice(0, issuer.end) + write(elementId, await seal(elementId, text)) + xml.slice(issuer.end);
  };

  return {
    seal,
    write,
    signElement: signOne,
    signResponse: async (xml, signed) => {
      const { root } = parseOwn(xml);
      if (root === undefined) return xml;
      const assertions = childrenOf(root, NS.saml, 'Assertion');
      const inside = signed === 'response' ? [] : assertions;
      const outside = signed === 'assertion' && assertions.length > 0 ? [] : [root];
      const ids = [...inside, ...outside].flatMap((element) => attr(element, 'ID') ?? []);
      let text = xml;
      for (const id of ids) if (id !== '') text = await signOne(text, id);
      return text;
    },
  };
}
