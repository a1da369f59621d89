import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'algorithms/canonicalized-inclusively',
  title: 'SignedInfo claims inclusive canonicalization',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(xml, 'Assertion/Signature/SignedInfo/CanonicalizationMethod', 'Algorithm', ALG.c14n),
  },
  breaks: ['algorithms/canonicalization', 'signature/value'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '5.4.3',
      says: 'Exclusive canonicalization, with or without comments, should be used in CanonicalizationMethod and as a transform.',
    },
  ],
});
