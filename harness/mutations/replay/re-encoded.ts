import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/re-encoded',
  title: 'A used response is posted with other line breaks in its base64',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) => `${parameter.match(/.{1,60}/g)?.join('\r\n') ?? ''}\r\n`,
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.5',
      says: 'The service provider refuses the ID of a bearer assertion that was used, as long as it is valid.',
    },
    {
      assumption: 'Line breaks within base64 do not change what it says.',
      known: 'RFC 2045 breaks lines at 76 characters; receivers skip them.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The XML is the same, but not the text of the form field: a target that remembers the bytes takes it for another.',
    weakness: ['replay-by-bytes', 'in-response-to-not-checked'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'other', message: 'forged-earlier' },
    ],
  },
});
