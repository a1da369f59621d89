import { defineCheck } from '../../model/check.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { quote } from '../metadata/_show.ts';

const carriers: readonly string[] = [BINDING.post, BINDING.artifact];

export default defineCheck({
  id: 'request/protocol-binding',
  title: {
    holds: 'The AuthnRequest asks for the answer by a binding that carries one',
    fails: 'The AuthnRequest asks for the answer by a binding that cannot carry it',
  },
  why: 'An assertion is too long for an address; the identity provider refuses, or answers by another binding.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → response binding',
    change: 'Ask for HTTP-POST.',
  },
  judges: 'sp',
  needs: ['request'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.2',
      says: 'A response travels by HTTP-POST or HTTP-Artifact; HTTP-Redirect must not be used for it.',
    },
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'ProtocolBinding is the URI of the binding to be used for the response.',
    },
  ],
  options: { bindings: carriers },
  messages: { other: 'ProtocolBinding is {binding}; wanted is {wanted}.' },
  applies: ({ request }) => request.protocolBinding !== undefined || 'The request names no ProtocolBinding.',
  run: ({ request: { document, element, protocolBinding = '' } }, { options: { bindings } }) => {
    if (element === undefined || bindings.includes(protocolBinding)) return [];
    const observed = quote(protocolBinding);
    const where = locate('request', element, document, { attribute: 'ProtocolBinding' });
    return [
      {
        message: 'other',
        data: { binding: observed, wanted: bindings.join(' or ') },
        expected: bindings.join(' or '),
        observed,
        where,
      },
    ];
  },
});
