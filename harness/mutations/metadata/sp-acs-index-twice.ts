import { defineMutation } from '../../model/mutation.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { attributeOf, insertAfter } from '../kit/edit.ts';
import { endpoint } from './_parts.ts';

export default defineMutation({
  id: 'metadata/sp-acs-index-twice',
  title: 'Two ACS endpoints with one index',
  stage: 'in-transit',
  change: {
    on: 'sp-metadata',
    apply: (xml, { acsUrl }) =>
      insertAfter(
        xml,
        'AssertionConsumerService',
        endpoint(
          'AssertionConsumerService',
          BINDING.artifact,
          acsUrl,
          ` index="${attributeOf(xml, 'AssertionConsumerService', 'index')}"`,
        ),
      ),
  },
  breaks: ['metadata/sp-acs-indexes'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.2.3',
      says: 'index gives each endpoint of a kind a number of its own; isDefault marks the default.',
    },
  ],
});
