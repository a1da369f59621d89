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
      document: 'saml-bindings',
      section: '3.5.5.2',
      says: 'Where the message is to stay confidential, the party uses TLS.',
    },
  ],
});
