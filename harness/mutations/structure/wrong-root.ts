import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'structure/wrong-root',
  title: 'The assertion comes in an ArtifactResponse',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      xml
        .replace(/^([\s\S]*?<)((?:[\w.-]+:)?)Response\b/, '$1$2ArtifactResponse')
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
  attack: {
    against: 'sp',
    mechanism: 'A target that looks for assertions anywhere takes them out of messages of any kind.',
    weakness: ['any-wrapper'],
    needs: ['signed-assertion'],
  },
});
