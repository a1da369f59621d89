import { defineMutation } from '../../model/mutation.ts';
import { attributeOf, insertBefore } from '../kit/edit.ts';
import { openEnvelope } from '../structure/_envelope.ts';
import { forgeAssertion, forgedId } from './_forged.ts';

export default defineMutation({
  id: 'parser/id-by-reference',
  title: 'A forged assertion writes the signed one’s ID with a character reference',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) => {
      const id = attributeOf(xml, 'Response/Assertion', 'ID');
      const written = `${id.slice(0, -1)}&#x${id.charCodeAt(id.length - 1).toString(16)};`;
      const forged = forgeAssertion(xml, context).replace(forgedId(xml), written);
      return insertBefore(openEnvelope(xml), 'Response/Assertion', forged);
    },
  },
  breaks: [
    'assertion/same-subject',
    'response/one-assertion',
    'response/schema',
    'signature/coverage',
    'signature/unique-ids',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xml',
      section: '3.3.3',
      says: 'Character references in an attribute value are replaced before it is used.',
    },
    { document: 'saml-core', section: '1.3.4', says: 'An ID is given to one object only.' },
  ],
  cves: ['CVE-2025-25292'],
  attack: {
    against: 'sp',
    mechanism:
      'Compared as text the two IDs differ, so that no search for duplicates finds them; once read they are equal, and the reference of the signature leads to either.',
    weakness: ['duplicate-ids-allowed'],
    needs: ['signed-assertion'],
  },
});
