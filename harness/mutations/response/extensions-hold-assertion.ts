import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertBefore } from '../kit/edit.ts';

const extensions =
  `<samlp:Extensions xmlns:samlp="${NS.samlp}">` +
  `<saml:AssertionURIRef xmlns:saml="${NS.saml}">https://attacker.example/assertion</saml:AssertionURIRef>` +
  '</samlp:Extensions>';

export default defineMutation({
  id: 'response/extensions-hold-assertion',
  title: 'An assertion hidden in the Extensions of the Response',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => insertBefore(xml, 'Status', extensions) },
  breaks: ['response/extensions'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'Elements in Extensions are qualified by a namespace that SAML does not define.',
    },
  ],
});
