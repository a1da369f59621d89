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
      document: 'owasp',
      section: 'SAML Security Cheat Sheet',
      says: 'Comments inside values have been used to log in as another person.',
    },
  ],
  cves: ['CVE-2017-11427', 'CVE-2018-0489'],
});
