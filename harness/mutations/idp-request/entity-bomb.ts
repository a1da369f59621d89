import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { laughs, withSubset } from '../parser/_doctype.ts';

export default defineMutation({
  id: 'idp-request/entity-bomb',
  title: 'Ten entities in the request, each ten times the one before',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) =>
      withSubset(setAttribute(xml, 'AuthnRequest', 'ProviderName', 'x').replace('"x"', '"&lol9;"'), laughs),
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
    {
      document: 'owasp',
      section: 'XML Security Cheat Sheet, Denial of Service',
      says: 'Documents are bounded in size, depth and number of parts before and while they are read.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'Less than a kilobyte grows to gigabytes when it is expanded, before anyone has logged in.',
    weakness: ['unbounded-expansion'],
    watch: 'answer-time',
  },
});
