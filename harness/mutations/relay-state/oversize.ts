import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'relay-state/oversize',
  title: 'RelayState has a million characters',
  stage: 'in-transit',
  change: { on: 'relay-state', apply: () => 'r'.repeat(1_000_000) },
  breaks: ['transport/relay-state-returned', 'transport/relay-state-size'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.3',
      says: 'RelayState is at most 80 bytes and has its integrity protected by its maker.',
    },
    {
      document: 'owasp',
      section: 'XML Security Cheat Sheet, Denial of Service',
      says: 'Documents are bounded in size, depth and number of parts before and while they are read.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'What the target keeps, signs or puts into an address is as long as anyone wants.',
    weakness: ['unbounded-relay-state'],
    watch: 'answer-time',
  },
});
