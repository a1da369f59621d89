import { defineMutation } from '../../model/mutation.ts';
import { canary } from './_canary.ts';
import { withSubset } from './_doctype.ts';

export default defineMutation({
  id: 'parser/external-subset',
  title: 'The document type lies at an address',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml, context) => withSubset(xml, '', ` SYSTEM "${canary(context)}"`) },
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
