import { defineMutation } from '../../model/mutation.ts';
import { changeForm } from './_edit.ts';

export default defineMutation({
  id: 'transport/form-needs-script',
  title: 'The form that posts the response has no button',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      changeForm(exchanges, (html) =>
        html.replaceAll(/<button[\s\S]*?<\/button>|<input[^>]*type="submit"[^>]*>/g, ''),
      ),
  },
  breaks: ['transport/form-button'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.8',
      says: 'The form of the example is submitted by script, and has a button in a noscript element.',
    },
  ],
});
