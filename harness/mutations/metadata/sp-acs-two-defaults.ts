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
  breaks: ['metadata/sp-acs-defaults'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-errata',
      section: 'E37',
      says: 'Of several endpoints that are marked as the default, the first counts.',
    },
    {
      assumption: 'One endpoint is marked as the default at most.',
      known:
        'Metadata 2.2.3 copes with several marks; two of them show that a file was put together by hand.',
    },
  ],
});
