import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';
import { openEnvelope } from '../structure/_envelope.ts';
import { declare } from './_encode.ts';

export default defineMutation({
  id: 'parser/encoding-latin-1-lies',
  title: 'The message is declared to be UTF-8 and holds a byte of Latin-1',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) => {
      const bytes = Buffer.from(parameter, 'base64').toString('latin1');
      const message = `<samlp:StatusMessage xmlns:samlp="${NS.samlp}">caf\u00E9</samlp:StatusMessage>`;
      const changed = declare(insertInto(openEnvelope(bytes), 'Response/Status', message), 'UTF-8');
      return Buffer.from(changed, 'latin1').toString('base64');
    },
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xml',
      section: '4.3.3',
      says: 'It is a fatal error when a document has an encoding that the processor cannot read, or bytes that its encoding forbids.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Processors that go on after a byte that UTF-8 does not allow read it as different characters, or as none.',
    weakness: ['lenient-encoding'],
    needs: ['signed-assertion'],
  },
});
