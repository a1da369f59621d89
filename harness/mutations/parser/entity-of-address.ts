import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';
import { canary } from './_canary.ts';
import { withSubset } from './_doctype.ts';

export default defineMutation({
  id: 'parser/entity-of-address',
  title: 'An entity leads to an address',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      withSubset(
        intoExtensions(xml, '<note xmlns="urn:example:note">&far;</note>'),
        `<!ENTITY far SYSTEM "${canary(context)}">`,
      ),
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  cves: ['CVE-2016-10127', 'CVE-2016-10149', 'CVE-2022-35741'],
  attack: {
    against: 'sp',
    mechanism: 'The target fetches an address of the attacker’s choice, from within its own network.',
    weakness: ['external-entities-fetched'],
    watch: 'fetched',
  },
});
