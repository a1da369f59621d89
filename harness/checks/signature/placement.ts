import { defineCheck, type Fault } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { childrenOf } from '../../saml/tree.ts';
import { at } from '../assertion/_assertions.ts';
import { hasSignature, needs } from './_signatures.ts';

export default defineCheck({
  id: 'signature/placement',
  title: {
    holds: 'Each Signature follows the Issuer of the Response or assertion',
    fails: 'A Signature stands in another place than after the Issuer of the Response or assertion',
  },
  why: 'Validating service providers refuse the message; elsewhere in a message, a signature proves nothing about the login.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → signing',
    change: 'Report the defect to the vendor, and look for whoever made this message.',
  },
  judges: 'idp',
  needs,
  refs: [
    { document: 'saml-core', section: '2.3.3', says: 'In an assertion, Signature comes right after Issuer.' },
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'In a Response, Signature comes after Issuer, if there is one, and before all else.',
    },
  ],
  messages: {
    elsewhere: 'A Signature stands in {parent}; it belongs in a Response or an assertion.',
    order: 'The Signature of {parent} stands after {previous}.',
  },
  applies: hasSignature,
  run: ({ response }) =>
    response.signatures.flatMap(({ element, parent }): Fault<'elsewhere' | 'order'>[] => {
      const expected = 'the place after the Issuer';
      const where = at(response, element);
      const signable =
        (parent.namespace === NS.saml && parent.local === 'Assertion') ||
        (parent.namespace === NS.samlp && parent.local === 'Response');
      const data = { parent: parent.name, previous: '' };
      if (!signable)
        return [{ message: 'elsewhere', data, expected, observed: `inside ${parent.name}`, where }];
      const siblings = childrenOf(parent);
      const previous = siblings[siblings.indexOf(element) - 1];
      if (previous === undefined || previous.local === 'Issuer') return [];
      const observed = `after ${previous.name}`;
      return [{ message: 'order', data: { ...data, previous: previous.name }, expected, observed, where }];
    }),
});
