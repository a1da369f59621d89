import { defineMutation } from '../../model/mutation.ts';
import { insertBefore } from '../kit/edit.ts';

export default defineMutation({
  id: 'aws/too-large-for-page',
  title: 'A Response larger than the sign-in page takes',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => insertBefore(xml, 'Status', `<!-- ${'padding '.repeat(13_000)}-->`),
  },
  breaks: ['aws/page-size', 'response/size'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      assumption: 'The sign-in page takes 128 KB of base64.',
      known: 'A support article of an identity provider reports the limit and the text.',
    },
  ],
  needsArtifacts: ['account'],
});
