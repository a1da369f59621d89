import { discovery } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withAnswer } from './_change.ts';

export default defineMutation({
  id: 'oidc/discovery-is-page',
  title: 'A page answers where the discovery document should be',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withAnswer(record, 'discovery', {
        contentType: 'text/html',
        body: '<!doctype html><title>Acme</title>',
      }),
  },
  breaks: ['oidc/discovery-document'],
  hostile: false,
  safe: 'unaffected',
  refs: [discovery('4.2', 'The document is JSON.')],
  needsArtifacts: ['oidc'],
});
