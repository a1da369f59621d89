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
      document: 'saml-profiles',
      section: '4.1.3.5',
      says: 'The exchanges that carry the response should be made over SSL or TLS.',
    },
  ],
});
