import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/in-response-to-other',
  title: 'A Response to a request that was not made',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'Response', 'InResponseTo', '_0d4b7c1e8f2a4b6c9d3e5f708192a3b4'),
  },
  breaks: ['response/in-response-to'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'InResponseTo is the ID of the request; it is absent when the response answers none.',
    },
  ],
});
