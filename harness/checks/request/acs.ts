import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { rolesOf } from '../metadata/_roles.ts';
import { quote, quoteAll } from '../metadata/_show.ts';

export default defineCheck({
  id: 'request/acs',
  title: {
    holds: 'The AuthnRequest asks for the answer at a registered address',
    fails: 'The AuthnRequest asks for the answer at an address that is not registered, or asks ambiguously',
  },
  why: 'The identity provider refuses the request; one that does not would hand assertions to any address asked for.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion consumer service URL',
    change: 'Register the address that the service provider asks for, exactly as its metadata has it.',
  },
  judges: 'sp',
  needs: ['request'],
  uses: ['sp-metadata', 'setup'],
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'AssertionConsumerServiceIndex excludes AssertionConsumerServiceURL and ProtocolBinding.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'The identity provider makes sure that the address it is asked to answer to belongs to the requester.',
    },
  ],
  messages: {
    both: 'The request names AssertionConsumerServiceIndex together with {with}.',
    'other-url': 'AssertionConsumerServiceURL is {url}; registered is {registered}.',
    'other-index': 'AssertionConsumerServiceIndex is {index}; the metadata has {registered}.',
  },
  applies: ({ request: { acsUrl, acsIndex } }) =>
    acsUrl !== undefined || acsIndex !== undefined || 'The request leaves the address to the metadata.',
  run: ({ request, 'sp-metadata': metadata, setup }) => {
    const { document, element, acsUrl, acsIndex, protocolBinding } = request;
    if (element === undefined) return [];
    const at = (attribute: string) => locate('request', element, document, { attribute });
    const indexed = 'AssertionConsumerServiceIndex';
    const beside =
      acsUrl !== undefined
        ? 'AssertionConsumerServiceURL'
        : protocolBinding !== undefined
          ? 'ProtocolBinding'
          : undefined;
    if (acsIndex !== undefined && beside !== undefined) {
      const observed = `${indexed} and ${beside}`;
      return [
        { message: 'both', data: { with: beside }, expected: 'one of them', observed, where: at(indexed) },
      ];
    }
    const services = (metadata ? rolesOf(metadata, 'sp') : []).flatMap((role) => role.assertionConsumers);
    if (acsIndex !== undefined) {
      const indexes = services.map(({ index }) => index ?? '');
      if (metadata === undefined || indexes.includes(acsIndex)) return [];
      const data = { index: quote(acsIndex), registered: quoteAll(indexes) };
      return [
        { message: 'other-index', data, expected: data.registered, observed: data.index, where: at(indexed) },
      ];
    }
    const urls = metadata
      ? services.flatMap(({ location }) => location ?? [])
      : [setup?.sp?.acsUrl ?? []].flat();
    if (acsUrl === undefined || (metadata === undefined && urls.length === 0) || urls.includes(acsUrl))
      return [];
    const data = { url: quote(acsUrl), registered: quoteAll(urls) };
    const where = at('AssertionConsumerServiceURL');
    return [{ message: 'other-url', data, expected: data.registered, observed: data.url, where }];
  },
});
