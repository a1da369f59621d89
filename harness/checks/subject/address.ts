import { defineCheck } from '../../model/check.ts';
import { at, bearerData } from '../assertion/_assertions.ts';
import { isIpAddress } from '../assertion/_ip-address.ts';
import { quote } from '../metadata/_show.ts';

export default defineCheck({
  id: 'subject/address',
  title: {
    holds: 'The Address that confirms the bearer is a numeric network address',
    fails: 'The Address that confirms the bearer is not a numeric network address',
  },
  why: 'Service providers compare it with the address of the connection, which a host name or a port number never equals.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → subject confirmation',
    change:
      'Leave Address out: behind proxies and mobile networks it is seldom the one that the service provider sees.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.4.1.2',
      says: 'Address is the network address from which the assertion may be presented; it should be IPv4 in dotted decimals or IPv6 by RFC 3513.',
    },
  ],
  messages: { form: 'Address is {address}, which is no IPv4 or IPv6 address.' },
  applies: ({ response }) =>
    bearerData(response).some(({ address }) => address !== undefined) ||
    'No bearer confirmation has an Address.',
  run: ({ response }) =>
    bearerData(response).flatMap(({ element, address }) => {
      if (address === undefined || isIpAddress(address)) return [];
      const observed = quote(address);
      const where = at(response, element, 'Address');
      return [{ message: 'form', data: { address: observed }, expected: 'an IP address', observed, where }];
    }),
});
