import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { namingAttribute } from './_attributes.ts';

export default defineMutation({
  id: 'identity/attribute-overrides-name',
  title: 'The e-mail attribute is the victim’s, the NameID the attacker’s own',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      setText(xml, `Attribute[Name=${namingAttribute(context)}]/AttributeValue`, context.victim.nameId),
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
  ],
  attack: {
    against: 'sp',
    mechanism: 'Where people may set their own attributes, an attribute must not decide who they are.',
    weakness: ['attributes-name-the-user'],
  },
});
