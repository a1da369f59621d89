import { defineMutation } from '../../model/mutation.ts';
import { escapeXml, setContent } from '../kit/edit.ts';

export default defineMutation({
  id: 'parser/comment-in-audience',
  title: 'A comment in the Audience divides the target’s name from the rest',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { spEntityId }) =>
      setContent(xml, 'Audience', `${escapeXml(spEntityId)}<!-- -->.attacker.example`),
  },
  breaks: ['conditions/audience', 'response/plain-values'],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: 'xml', section: '2.5', says: 'Comments are no part of the character data.' },
    {
      document: 'saml-core',
      section: '2.5.1.4',
      says: 'Each AudienceRestriction is judged by itself: the assertion is valid only if the party is among the audiences of every one.',
    },
  ],
  cves: ['CVE-2017-11427', 'CVE-2017-11428', 'CVE-2017-11429', 'CVE-2017-11430', 'CVE-2018-0489'],
  attack: {
    against: 'sp',
    mechanism:
      'The assertion is for another service provider, whose name begins with the target’s. A reader of the text up to a comment takes it for its own.',
    weakness: ['text-up-to-node'],
  },
});
