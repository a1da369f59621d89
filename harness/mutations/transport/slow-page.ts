import { defineMutation } from '../../model/mutation.ts';
import { changeFirst, isPage } from './_edit.ts';

export default defineMutation({
  id: 'transport/slow-page',
  title: 'The login page takes nine seconds',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) => changeFirst(exchanges, isPage, (page) => ({ ...page, durationMs: 9_000 })),
  },
  breaks: ['transport/answer-time'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      assumption: 'People reload a page that takes longer than three seconds.',
      known: 'No standard of single sign-on gives a figure.',
    },
  ],
});
