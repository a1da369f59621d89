import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/after-restart',
  title: 'The response is accepted again after a restart of the service provider',
  stage: 'in-transit',
  change: {
    on: 'replays',
    apply: (record) => ({
      attempts: [
        ...record.attempts.filter(({ how }) => how !== 'after-restart'),
        { how: 'after-restart', accepted: true, who: 'ada@example.com', status: 303 },
      ],
    }),
  },
  breaks: ['replay/after-restart'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.5',
      says: 'The service provider refuses the ID of a bearer assertion that was used, as long as it is valid.',
    },
  ],
});
