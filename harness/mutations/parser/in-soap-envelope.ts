import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'parser/in-soap-envelope',
  title: 'The Response stands in a SOAP envelope',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => {
      const bare = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
      return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${bare}</s:Body></s:Envelope>`;
    },
  },
  breaks: ['response/root', 'signature/stray-messages'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.4',
      says: 'The message travels base64-encoded in the form field SAMLResponse of a form that is sent by POST.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.3.5',
      says: 'The identity provider answers with a Response message, or with an artifact for one.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A reader that finds a Response anywhere does not know what is round it, nor whether there is another one.',
    weakness: ['any-wrapper'],
  },
});
