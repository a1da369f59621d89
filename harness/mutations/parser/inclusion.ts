import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';
import { canary } from './_canary.ts';

export default defineMutation({
  id: 'parser/inclusion',
  title: 'An XInclude leads to an address',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      intoExtensions(
        xml,
        `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${canary(context)}"/>`,
      ),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The target fetches what an inclusion names, from within its own network, and puts it into the message.',
    weakness: ['external-entities-fetched'],
    watch: 'fetched',
  },
});
