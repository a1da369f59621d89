import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/issuer-with-comment',
  title: 'A comment inside the Issuer of the Response',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      replaceElement(xml, 'Response/Issuer', (element) => element.replace(/>([^<]{8})/, '>$1<!-- -->')),
  },
  breaks: ['response/plain-values'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'xml',
      section: '2.5',
      says: 'Comments may stand anywhere in content and are no part of the character data.',
    },
    {
      assumption: 'No product has reason to write a comment, a processing instruction or CDATA into a value.',
      known:
        'Readers that cut a value off at the comment have let people log in as others: CVE-2017-11427 and its kin, CVE-2018-0489.',
    },
  ],
  cves: ['CVE-2017-11427', 'CVE-2018-0489'],
});
