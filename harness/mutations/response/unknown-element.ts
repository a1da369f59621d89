import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/unknown-element',
  title: 'An element in the Response that the schema does not have',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => insertAfter(xml, 'Status', `<samlp:LoginHint xmlns:samlp="${NS.samlp}"/>`),
  },
  breaks: ['response/schema'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.3.3',
      says: 'A Response has the attributes and elements of its type.',
    },
  ],
});
