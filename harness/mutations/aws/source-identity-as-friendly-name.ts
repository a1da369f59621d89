import { attributeName } from '../../aws/saml-attributes.ts';
import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { rename } from './_message.ts';

export default defineMutation({
  id: 'aws/source-identity-as-friendly-name',
  title: 'SourceIdentity has its name in FriendlyName only',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(
        rename(xml, 'sourceIdentity', 'urn:example:source-identity'),
        'Attribute[Name=urn:example:source-identity]',
        'FriendlyName',
        attributeName('sourceIdentity'),
      ),
  },
  breaks: ['aws/attribute-friendly-name'],
  hostile: false,
  safe: 'refuses',
  refs: [
    { document: 'saml-core', section: '2.7.3.1', says: 'FriendlyName is for people, and never identifies.' },
  ],
  needsArtifacts: ['account'],
});
