import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/same-browser',
  title: 'The response is accepted again in the same browser',
  stage: 'in-transit',
  change: {
    on: 'replays',
    apply: (record) => ({
      attempts: [
        ...record.attempts.filter(({ how }) => how !== 'same-browser'),
        { how: 'same-browser', accepted: true, who: 'ada@example.com', status: 303 },
      ],
    }),
  },
  breaks: ['replay/same-browser'],
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
