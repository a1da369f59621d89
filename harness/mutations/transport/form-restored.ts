import { defineMutation } from '../../model/mutation.ts';
import { changeForm } from './_edit.ts';

export default defineMutation({
  id: 'transport/form-restored',
  title: 'The form that posts the response may be restored by browsers',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) => changeForm(exchanges, (html) => html.replaceAll(/ autocomplete="off"/g, '')),
  },
  breaks: ['transport/form-autocomplete'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.4',
      says: 'The message travels in the hidden field of a form that is sent by POST.',
    },
  ],
});
