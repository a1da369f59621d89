import { defineMutation } from '../../model/mutation.ts';
import { ATTRNAME } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/name-no-uri',
  title: 'A simple name claims the format of URIs',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'Attribute[Name=first_name]', 'NameFormat', ATTRNAME.uri),
  },
  breaks: ['attributes/name-form'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '8.2.2',
      says: 'By the name format "uri", the name is a URI reference.',
    },
  ],
});
