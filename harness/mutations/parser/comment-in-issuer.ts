import { defineMutation } from '../../model/mutation.ts';
import { escapeXml, setContent } from '../kit/edit.ts';

export default defineMutation({
  id: 'parser/comment-in-issuer',
  title: 'A comment in both Issuers divides the identity provider’s name from the rest',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { idpEntityId }) => {
      const issuer = `${escapeXml(idpEntityId)}<!-- -->.attacker.example`;
      return setContent(setContent(xml, 'Response/Issuer', issuer), 'Assertion/Issuer', issuer);
    },
  },
  breaks: ['assertion/issuer', 'response/issuer', 'response/plain-values'],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: 'xml', section: '2.5', says: 'Comments are no part of the character data.' },
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'Issuer is the unique identifier of the identity provider; Format is absent or entity.',
    },
  ],
  cves: ['CVE-2017-11427', 'CVE-2017-11428', 'CVE-2017-11429', 'CVE-2017-11430', 'CVE-2018-0489'],
  attack: {
    against: 'sp',
    mechanism:
      'Another issuer’s name begins with that of the trusted one. A reader of the text up to a comment takes it for the trusted one.',
    weakness: ['text-up-to-node'],
  },
});
