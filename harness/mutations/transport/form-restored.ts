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
      assumption: 'A form that holds an assertion is to be treated as one that holds a password.',
      known:
        'HTML says that autocomplete="off" asks browsers neither to store nor to restore a field; SAML is silent.',
    },
  ],
});
