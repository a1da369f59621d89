import type { AttackPerson } from '../../model/attack.ts';
import { canonicalize } from '../../saml/canonical.ts';
import { ALG } from '../../saml/namespaces.ts';
import type { Signer } from './signer.ts';
import type { RefusalTarget } from './target.ts';
import { fillTemplate, splitTemplate, type Template } from './template.ts';
import { type ResponseValues, writeResponse } from './write-response.ts';

/** Prints responses about one person: all that is the same for each was worked out before. */
export interface Press {
  readonly unsigned: (values: ResponseValues) => string;
  readonly signed: (values: ResponseValues) => Promise<string>;
}

type Value = keyof ResponseValues;
type Place = Value | 'assertionDigest' | 'assertionSeal' | 'responseDigest' | 'responseSeal';

const exclusive = { algorithm: ALG.excC14n, prefixes: [], comments: false } as const;
/** Where `writeResponse` puts the assertion: after Issuer and Status. */
const assertionPath = '/*/*[3]';

/** @param answers whether these responses answer requests */
export function createPress(
  target: RefusalTarget,
  signer: Signer,
  person: AttackPerson,
  answers: boolean,
): Press {
  const { signed } = target;
  const write = (place: (name: Place) => string) =>
    writeResponse(target, person, {
      responseId: place('responseId'),
      assertionId: place('assertionId'),
      sessionIndex: place('sessionIndex'),
      issued: place('issued'),
      notBefore: place('notBefore'),
      until: place('until'),
      sessionUntil: place('sessionUntil'),
      ...(answers ? { inResponseTo: place('inResponseTo') } : {}),
    });
  const withAssertionSigned = (place: (name: Place) => string) =>
    signed === 'response'
      ? write(place)
      : putAfterIssuer(
          write(place),
          '<saml:Assertion ',
          signer.write(place('assertionId'), {
            digest: place('assertionDigest'),
            value: place('assertionSeal'),
          }),
        );
  const withAllSigned = (place: (name: Place) => string) =>
    signed === 'assertion'
      ? withAssertionSigned(place)
      : putAfterIssuer(
          withAssertionSigned(place),
          '<samlp:Response ',
          signer.write(place('responseId'), {
            digest: place('responseDigest'),
            value: place('responseSeal'),
          }),
        );
  const plain: Template<Place> = splitTemplate(write);
  const whole: Template<Place> = splitTemplate(withAllSigned);
  const assertion: Template<Place> = splitTemplate((place) =>
    canonicalize(write(place), { element: assertionPath }, exclusive),
  );
  const response: Template<Place> = splitTemplate((place) =>
    canonicalize(withAssertionSigned(place), { element: '/*' }, exclusive),
  );
  const none = {
    inResponseTo: '',
    assertionDigest: '',
    assertionSeal: '',
    responseDigest: '',
    responseSeal: '',
  };
  return {
    unsigned: (values) => fillTemplate(plain, { ...none, ...values }),
    signed: async (values) => {
      const inner =
        signed === 'response'
          ? { digest: '', value: '' }
          : await signer.seal(values.assertionId, fillTemplate(assertion, { ...none, ...values }));
      const withInner = { ...none, ...values, assertionDigest: inner.digest, assertionSeal: inner.value };
      if (signed === 'assertion') return fillTemplate(whole, withInner);
      const outer = await signer.seal(values.responseId, fillTemplate(response, withInner));
      return fillTemplate(whole, { ...withInner, responseDigest: outer.digest, responseSeal: outer.value });
    },
  };
}

/** Right after the Issuer of the element that begins so (SAML Core 5.4.2 and the schemas). */
function putAfterIssuer(xml: string, opening: string, signature: string): string {
  const end = '</saml:Issuer>';
  const at = xml.indexOf(end, xml.indexOf(opening)) + end.length;
  return xml.slice(0, at) + signature + xml.slice(at);
}
