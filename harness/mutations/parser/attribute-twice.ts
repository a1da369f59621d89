import { defineMutation } from '../../model/mutation.ts';
import { openEnvelope } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'parser/attribute-twice',
  title: 'The Response has two Destinations',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      openEnvelope(xml).replace(/\sDestination=/, ' Destination="https://other-sp.example/saml/acs"$&'),
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: 'xml', section: '3.1', says: 'No attribute name is in a tag twice.' },
    {
      document: 'xml',
      section: '1.2',
      says: 'A processor that meets a fatal error, such as text that is not well-formed, does not go on as if nothing had happened.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A parser that repairs takes the first or the last of two attributes; the next one takes the other.',
    weakness: ['lenient-wellformedness'],
    needs: ['signed-assertion'],
  },
});
