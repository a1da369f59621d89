import { defineMutation } from '../../model/mutation.ts';
import { keyMark } from '../../model/step-up-records.ts';
import { changeTrigger } from './_change.ts';

export default defineMutation({
  id: 'step-up/key-in-log',
  title: 'A function prints the API key',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeTrigger(record, { source: 'CreateAuthChallenge', answering: 'chl_1' }, () => ({
        log: `headers: Bearer ${keyMark}`,
      })),
  },
  breaks: ['step-up/secrets-hidden'],
  hostile: false,
  safe: 'unaffected',
  refs: [{ document: 'owasp', section: 'Logging', says: 'Access tokens and keys are not logged.' }],
  needsArtifacts: ['step-up'],
});
