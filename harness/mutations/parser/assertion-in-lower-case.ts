import { defineMutation } from '../../model/mutation.ts';
import { attributeOf, replaceElement } from '../kit/edit.ts';
import { openEnvelope } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'parser/assertion-in-lower-case',
  title: 'The assertion is called assertion',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) => {
      const id = attributeOf(xml, 'Response/Assertion', 'ID');
      const renamed = replaceElement(xml, 'Response/Assertion', (element) =>
        element.replace(/(<\/?(?:[\w.-]+:)?)Assertion\b/g, '$1assertion'),
      );
      return context.forgeSignature(openEnvelope(renamed), id, { as: 'idp' });
    },
  },
  breaks: ['response/schema', 'response/status', 'signature/placement'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.1',
      says: 'Strings are compared exactly, unless something else is said: case and white space count.',
    },
    {
      document: 'saml-core',
      section: '3.3.3',
      says: 'A Response has the attributes and elements of its type, in the order that the schema gives.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A reader that ignores case finds an assertion where the schema has none; what it demands of assertions may not be demanded of this one.',
    weakness: ['names-ignore-case'],
  },
});
