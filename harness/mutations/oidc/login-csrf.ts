import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withProbe } from './_change.ts';

export default defineMutation({
  id: 'oidc/login-csrf',
  title: 'An attacker’s answer of the pool signs somebody else’s browser in',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withProbe(record, 'pool-answer-elsewhere', '1Kosmos_f1e2d3c4-0000-4000-8000-000000000002'),
  },
  breaks: ['oidc/answer-browser'],
  hostile: true,
  safe: 'refuses',
  refs: [practice('4.7', 'Clients prevent CSRF.')],
  needsArtifacts: ['oidc'],
});
