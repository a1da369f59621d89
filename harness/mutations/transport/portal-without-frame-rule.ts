import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/portal-without-frame-rule',
  title: 'The portal does not say who may frame it',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: {
      double: 'sp',
      path: '/start',
      remove: ['x-frame-options'],
      set: { 'content-security-policy': "default-src 'self' 'unsafe-inline'" },
    },
  },
  breaks: ['transport/framing'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Clickjacking Defense Cheat Sheet',
      says: 'Pages name who may frame them.',
    },
  ],
});
