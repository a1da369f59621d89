import { defineMutation } from '../../model/mutation.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { insertAfter } from '../kit/edit.ts';
import { endpoint } from './_parts.ts';

export default defineMutation({
  id: 'metadata/sp-acs-two-defaults',
  title: 'Two ACS endpoints that are both the default',
  stage: 'in-transit',
  change: {
    on: 'sp-metadata',
    apply: (xml, { acsUrl }) =>
      insertAfter(
        xml,
        'AssertionConsumerService',
        [8, 9]
          .map((index) =>
            endpoint(
              'AssertionConsumerService',
              BINDING.artifact,
              acsUrl,
              ` index="${index}" isDefault="true"`,
            ),
          )
          .join(''),
      ),
  },
  breaks: ['metadata/sp-acs-indexes'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.2.3',
      says: 'index is unique, and isDefault marks one endpoint.',
    },
  ],
});
