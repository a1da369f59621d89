import { defineMutation } from '../../model/mutation.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { insertAfter } from '../kit/edit.ts';
import { endpoint } from './_parts.ts';

export default defineMutation({
  id: 'metadata/idp-endpoint-http',
  title: 'A further sign-on address without TLS',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) =>
      insertAfter(
        xml,
        'SingleSignOnService',
        endpoint('SingleSignOnService', BINDING.soap, 'http://acme.1kosmos.net/saml/soap'),
      ),
  },
  breaks: ['metadata/idp-endpoints-https'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.3',
      says: 'The exchanges that carry the request should be made over SSL or TLS.',
    },
  ],
});
