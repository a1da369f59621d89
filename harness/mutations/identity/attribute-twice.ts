import { defineMutation } from '../../model/mutation.ts';
import { insertInto } from '../kit/edit.ts';
import { attribute, namingAttribute } from './_attributes.ts';

export default defineMutation({
  id: 'identity/attribute-twice',
  title: 'The e-mail attribute is there twice, the second time with the victim’s',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      insertInto(xml, 'AttributeStatement', attribute(namingAttribute(context), context.victim.nameId)),
  },
  breaks: ['attributes/value'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Subject’s identifier names the principal; attributes only describe it.',
    },
    {
      document: 'saml-core',
      section: '2.7.3.1',
      says: 'An attribute has one element with all of its values.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Whoever keeps the last of two values takes the victim’s; whoever checks the first sees the attacker’s own.',
    weakness: ['attributes-name-the-user', 'attribute-names-loose'],
  },
});
