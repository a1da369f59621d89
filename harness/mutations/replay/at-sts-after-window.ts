import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/at-sts-after-window',
  title: 'An assertion that logged a person in is exchanged for credentials five minutes later',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-sts',
      section: 'AssumeRoleWithSAML',
      says: 'An assertion is presented within five minutes of its issue.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'AWS takes an assertion at AssumeRoleWithSAML several times, but within five minutes of its issue only; a log that holds it is of no use after that.',
    weakness: ['conditions-time-not-checked'],
    needs: ['sts', 'clock'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'clock', leftMs: -1000 },
      { step: 'send', jar: 'other', message: 'earlier', to: 'sts' },
    ],
  },
});
