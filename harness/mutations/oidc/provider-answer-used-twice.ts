import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withProbe } from './_change.ts';

export default defineMutation({
  id: 'oidc/provider-answer-used-twice',
  title: 'The provider’s answer signs somebody in a second time',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withProbe(record, 'provider-answer-again', '1Kosmos_f1e2d3c4-0000-4000-8000-000000000002'),
  },
  breaks: ['oidc/answer-once'],
  hostile: true,
  safe: 'refuses',
  refs: [oauth('10.5', 'Codes are used once.')],
  needsArtifacts: ['oidc'],
});
