import { defineMutation } from '../../model/mutation.ts';
import { canary } from './_canary.ts';

export default defineMutation({
  id: 'parser/stylesheet',
  title: 'A style sheet instruction leads to an address',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      xml.replace(
        /^(<\?xml[^>]*\?>)?/,
        (start) => `${start}<?xml-stylesheet type="text/xsl" href="${canary(context)}"?>`,
      ),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: 'xml', section: '2.6', says: 'A processing instruction is no part of the character data.' },
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A processor that obeys the instruction fetches the style sheet and runs it on the message.',
    weakness: ['external-entities-fetched'],
    watch: 'fetched',
  },
});
