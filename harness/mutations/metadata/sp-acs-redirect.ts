import { defineMutation } from '../../model/mutation.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { insertAfter } from '../kit/edit.ts';
import { endpoint } from './_parts.ts';

export default defineMutation({
  id: 'metadata/sp-acs-redirect',
  title: 'A service provider that offers HTTP-Redirect for responses',
  stage: 'in-transit',
  change: {
    on: 'sp-metadata',
    apply: (xml, { acsUrl }) =>
      insertAfter(
        xml,
        'AssertionConsumerService',
        endpoint('AssertionConsumerService', BINDING.redirect, acsUrl, ' index="9"'),
      ),
  },
  breaks: ['metadata/sp-acs-binding'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.2',
      says: 'A response travels by HTTP-POST or HTTP-Artifact, never by HTTP-Redirect.',
    },
  ],
});
