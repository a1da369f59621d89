import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'aws/name-id-format-of-own',
  title: 'The NameID has a format of the identity provider’s own',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'NameID', 'Format', 'urn:example:employee-number'),
  },
  breaks: ['aws/name-id-format', 'aws/answer-identity'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('NameID has one of eight formats.')],
  needsArtifacts: ['account'],
});
