import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/form-to-http',
  title: 'A form on the portal is sent to http',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: {
      double: 'sp',
      path: '/start',
      appendHtml:
        '<form method="post" action="http://portal.example/feedback"><button>Send feedback</button></form>',
    },
  },
  breaks: ['transport/downgrade'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 7.1',
      says: 'An authenticated session does not fall back from https to http.',
    },
  ],
});
