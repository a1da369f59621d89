import { defineCheck } from '../../model/check.ts';
import { hasQuerySignature } from './_query.ts';

const signedOrder = ['SAMLRequest', 'RelayState', 'SigAlg', 'Signature'];

export default defineCheck({
  id: 'request/signature-order',
  title: {
    holds: 'The fields of the signed query come in the order that was signed, each once',
    fails: 'The fields of the signed query come in another order than was signed, or more than once',
  },
  why: 'Identity providers that verify the query as it came compute another text and refuse the request.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → sign requests',
    change: 'Send SAMLRequest, RelayState, SigAlg and Signature in this order.',
  },
  judges: 'sp',
  needs: ['request-delivery'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'Signed is the text SAMLRequest=…&RelayState=…&SigAlg=… with the values as they are encoded in the URL.',
    },
    {
      assumption: 'A query that comes in the order that was signed verifies everywhere.',
      known:
        'Bindings 3.4.4.1 lets the fields of the address come in any order, and has the verifier put them right; some verify the query as it came.',
    },
  ],
  messages: {
    order: 'The query has the fields {fields}; signed are SAMLRequest, RelayState, SigAlg, in this order.',
  },
  applies: ({ 'request-delivery': delivery }) =>
    hasQuerySignature(delivery) || 'The request has no signature in its query.',
  run: ({ 'request-delivery': { fields } }) => {
    const found = fields.filter((name) => signedOrder.includes(name)).join(', ');
    const expected = signedOrder.filter((name) => fields.includes(name) || name === 'SigAlg').join(', ');
    if (found === expected) return [];
    const where = { artifact: 'request-delivery', path: '/fields' } as const;
    return [{ message: 'order', data: { fields: found }, expected, observed: found, where }];
  },
});
