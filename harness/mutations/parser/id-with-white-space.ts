import { defineMutation } from '../../model/mutation.ts';
import { attributeOf, insertBefore } from '../kit/edit.ts';
import { openEnvelope } from '../structure/_envelope.ts';
import { forgeAssertion } from './_forged.ts';

export default defineMutation({
  id: 'parser/id-with-white-space',
  title: 'A forged assertion has the signed one’s ID with a space before it',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      insertBefore(
        openEnvelope(xml),
        'Response/Assertion',
        forgeAssertion(xml, context, ` ${attributeOf(xml, 'Response/Assertion', 'ID')}`),
      ),
  },
  breaks: [
    'assertion/id',
    'assertion/same-subject',
    'metadata/sp-assertions-signed',
    'response/one-assertion',
    'response/schema',
    'signature/coverage',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: 'saml-core', section: '1.3.4', says: 'An ID is an xs:ID and given to one object only.' },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A schema validator collapses white space in an ID, an XML parser does not: the two IDs are equal for one and different for the other.',
    weakness: ['duplicate-ids-allowed', 'id-white-space-ignored'],
    needs: ['signed-assertion'],
  },
});
