import { attributeName } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setTagValues } from './_message.ts';

export default defineMutation({
  id: 'aws/tag-with-two-values',
  title: 'A session tag has two values',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setTagValues(xml, attributeName('principalTag', 'Department'), 'Engineering', 'Sales'),
  },
  breaks: ['aws/tag-single'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.tags('Each tag is an attribute of its own with one value.')],
  needsArtifacts: ['account'],
});
