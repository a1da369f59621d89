import { defineCheck } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { attr, childrenOf } from '../../saml/tree.ts';
import { at } from '../assertion/_assertions.ts';
import { isIpAddress } from '../assertion/_ip-address.ts';
import { quote } from '../metadata/_show.ts';
import { statementsOf } from './_statements.ts';

export default defineCheck({
  id: 'authn-statement/subject-locality',
  title: {
    holds: 'SubjectLocality gives a numeric network address, if any',
    fails: 'SubjectLocality gives something other than a numeric network address',
  },
  why: 'Service providers that compare it with the address of the connection refuse the login; others put the text into their logs.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → subject locality',
    change:
      'Leave SubjectLocality out: behind proxies it is seldom the address that the service provider sees.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.7.2.1',
      says: 'Address is the network address from which the principal logged in; it should be IPv4 in dotted decimals or IPv6 by RFC 3513.',
    },
  ],
  messages: { form: 'The Address of SubjectLocality is {address}; it has to be an IPv4 or IPv6 address.' },
  applies: ({ response }) =>
    statementsOf(response).some(
      ({ element }) => childrenOf(element, NS.saml, 'SubjectLocality').length > 0,
    ) || 'No AuthnStatement has SubjectLocality.',
  run: ({ response }) =>
    statementsOf(response)
      .flatMap(({ element }) => childrenOf(element, NS.saml, 'SubjectLocality'))
      .flatMap((element) => {
        const address = attr(element, 'Address');
        if (address === undefined || isIpAddress(address)) return [];
        const observed = quote(address);
        const where = at(response, element, 'Address');
        return [{ message: 'form', data: { address: observed }, expected: 'an IP address', observed, where }];
      }),
});
