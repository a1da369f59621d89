import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { canary } from '../parser/_canary.ts';
import { withSubset } from '../parser/_doctype.ts';

export default defineMutation({
  id: 'idp-request/entity-of-address',
  title: 'An entity of the request leads to an address',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml, context) =>
      withSubset(
        setText(xml, 'AuthnRequest/Issuer', 'x').replace('>x<', '>&far;<'),
        `<!ENTITY far SYSTEM "${canary(context)}">`,
      ),
  },
  breaks: ['request/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  cves: ['CVE-2022-35741'],
  attack: {
    against: 'idp',
    mechanism:
      'The identity provider fetches an address of the attacker’s choice, from within its own network, before anyone has logged in.',
    weakness: ['external-entities-fetched'],
    watch: 'fetched',
  },
});
