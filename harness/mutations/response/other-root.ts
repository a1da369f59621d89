import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'response/other-root',
  title: 'An ArtifactResponse in place of the Response',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      xml
        .replace(/^([\s\S]*?<)((?:\w+:)?)Response\b/, '$1$2ArtifactResponse')
        .replace(/Response>\s*$/, 'ArtifactResponse>'),
  },
  breaks: ['response/root'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.5',
      says: 'The identity provider answers with a Response message, or with an artifact for one.',
    },
  ],
});
