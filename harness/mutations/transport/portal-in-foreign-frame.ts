import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/portal-in-foreign-frame',
  title: 'The portal may be put into any frame',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: {
      double: 'sp',
      path: '/start',
      set: { 'content-security-policy': "default-src 'self'; frame-ancestors *" },
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
