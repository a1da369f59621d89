import { defineMutation } from '../../model/mutation.ts';
import { NS, STATUS } from '../../saml/namespaces.ts';
import { escapeXml, insertInto, setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/markup-in-status',
  title: 'The StatusMessage is markup',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      insertInto(
        setAttribute(xml, 'Status/StatusCode', 'Value', STATUS.responder),
        'Response/Status',
        `<samlp:StatusMessage xmlns:samlp="${NS.samlp}">${escapeXml('<img src=x onerror=alert(1)>')}</samlp:StatusMessage>`,
      ),
  },
  breaks: ['response/status'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'Cross Site Scripting Prevention Cheat Sheet, Output Encoding',
      says: 'What comes from outside is encoded for the place in the page where it is shown.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'An error page that repeats the identity provider’s message runs what it holds in the target’s own origin; nobody has to sign it.',
    weakness: ['unescaped-output'],
    watch: 'markup',
  },
});
