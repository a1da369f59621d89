import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withoutTokens } from './_change.ts';

export default defineMutation({
  id: 'oidc/token-answer-is-page',
  title: 'The token endpoint answers with a page',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withoutTokens(record, { contentType: 'text/html', answered: [] }),
  },
  breaks: ['oidc/token-answer'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('5.1', 'The answer is application/json.')],
  needsArtifacts: ['oidc'],
});
