import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withCallback, withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/state-guessable',
  title: 'The pool’s state can be guessed',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withCallback(withRequest(record, 'federation', { state: '1042' }), 'federation', { state: '1042' }),
  },
  breaks: ['oidc/request-state'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('10.10', 'Values must not be guessable.')],
  needsArtifacts: ['oidc'],
});
