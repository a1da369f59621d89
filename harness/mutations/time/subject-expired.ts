import { defineMutation } from '../../model/mutation.ts';
import { confirmUntil, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/subject-expired',
  title: 'The bearer confirmation ended six minutes ago',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { now }) => confirmUntil(xml, now - 6 * minute) },
  breaks: ['subject/confirmation-expiry'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that NotOnOrAfter of the bearer confirmation has not passed, but for the allowed difference of clocks.',
    },
    {
      assumption: 'Clocks may differ by five minutes, and by no more.',
      known: 'SAML names no number; products allow between none and five minutes.',
    },
  ],
  cves: ['CVE-2026-1190'],
  attack: {
    against: 'sp',
    mechanism:
      'A message that lay about, in a log or a history, is posted when it is no longer good. The Conditions, which often hold longer, are still good.',
    weakness: ['subject-time-not-checked'],
  },
});
