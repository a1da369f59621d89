import { attributeName } from '../../aws/saml-attributes.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { named } from './_message.ts';

export default defineMutation({
  id: 'aws/attribute-name-format-unknown',
  title: 'SourceIdentity has a name format that SAML does not define',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(
        xml,
        named(attributeName('sourceIdentity')),
        'NameFormat',
        'urn:oasis:names:tc:SAML:2.0:attrname-format:URI',
      ),
  },
  breaks: ['aws/attribute-name-format'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '8.2',
      says: 'Formats of attribute names are unspecified, uri and basic.',
    },
  ],
  needsArtifacts: ['account'],
});
