import { defineMutation } from '../../model/mutation.ts';
import { openEnvelope } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'replay/attributes-reordered',
  title: 'A used response is posted with the attributes of its root in another order',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      openEnvelope(xml).replace(
        /^([\s\S]*?<[\w.:-]*Response)((?:\s[^<>]*?)?)(\/?>)/,
        (_all, name: string, attributes: string, end: string) => {
          const written = [...attributes.matchAll(/\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*')/g)].map(([text]) =>
            text.trim(),
          );
          return `${name} ${written.reverse().join(' ')}${end}`;
        },
      ),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.5',
      says: 'The service provider refuses the ID of a bearer assertion that was used, as long as it is valid.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The signed assertion is the same to the byte; the unsigned element round it is written otherwise, so that a hash of the message differs.',
    weakness: ['replay-by-bytes', 'in-response-to-not-checked'],
    needs: ['signed-assertion'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'other', message: 'forged-earlier' },
    ],
  },
});
