import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';
import { attribute, namingAttribute } from './_attributes.ts';

export default defineMutation({
  id: 'identity/attribute-value-empty',
  title: 'The e-mail attribute has an empty value, and the victim’s behind it',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      replaceElement(xml, `Attribute[Name=${namingAttribute(context)}]`, () =>
        attribute(namingAttribute(context), '', context.victim.nameId),
      ),
  },
  breaks: ['attributes/single-valued', 'attributes/value-absent'],
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
    mechanism: 'Whoever skips empty values, or keeps the last, takes the victim’s.',
    weakness: ['attributes-name-the-user', 'attribute-names-loose'],
  },
});
