import { defineMutation } from '../../model/mutation.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { insertAfter } from '../kit/edit.ts';
import { endpoint } from './_parts.ts';

export default defineMutation({
  id: 'metadata/sp-acs-http',
  title: 'A further ACS endpoint without TLS',
  stage: 'in-transit',
  change: {
    on: 'sp-metadata',
    apply: (xml, { acsUrl }) =>
      insertAfter(
        xml,
        'AssertionConsumerService',
        endpoint('AssertionConsumerService', BINDING.post, acsUrl.replace('https:', 'http:'), ' index="9"'),
      ),
  },
  breaks: ['metadata/sp-endpoints-https'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.2.2',
      says: 'Location is the URI at which the endpoint can be reached.',
    },
  ],
});
