import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { intoExtensions } from '../structure/_envelope.ts';
import { canary } from './_canary.ts';

export default defineMutation({
  id: 'parser/schema-location',
  title: 'A schema location leads to an address',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      intoExtensions(
        xml,
        `<note xmlns="urn:example:note" xmlns:xsi="${NS.xsi}" xsi:schemaLocation="urn:example:note ${canary(context)}"/>`,
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
      'A validating processor fetches the schema that the message names, from within its own network, and judges the message by it.',
    weakness: ['external-entities-fetched'],
    watch: 'fetched',
  },
});
