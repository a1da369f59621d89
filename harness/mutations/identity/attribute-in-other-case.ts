import { defineMutation } from '../../model/mutation.ts';
import { insertInto } from '../kit/edit.ts';
import { attribute, namingAttribute } from './_attributes.ts';

export default defineMutation({
  id: 'identity/attribute-in-other-case',
  title: 'A second e-mail attribute, in capital letters, is the victim’s',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      insertInto(
        xml,
        'AttributeStatement',
        attribute(namingAttribute(context).toUpperCase(), context.victim.nameId),
      ),
  },
  breaks: [],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.1',
      says: 'Strings are compared exactly, unless something else is said: case and white space count.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Subject’s identifier names the principal; attributes only describe it.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Whoever finds attributes without regard to case takes the second for the first.',
    weakness: ['attributes-name-the-user', 'attribute-names-loose'],
  },
});
