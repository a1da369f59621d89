import { attributeName } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setTagValues } from './_message.ts';

export default defineMutation({
  id: 'aws/tag-with-ampersand',
  title: 'The value of a session tag has an ampersand',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setTagValues(xml, attributeName('principalTag', 'Department'), 'R&D'),
  },
  breaks: ['aws/tag-characters'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.tag('Keys and values consist of letters, spaces, numbers and _ . : / = + - @.')],
  needsArtifacts: ['account'],
});
