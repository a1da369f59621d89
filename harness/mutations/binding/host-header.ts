import { defineMutation } from '../../model/mutation.ts';
import { attributeOf, setAttribute } from '../kit/edit.ts';
import { removeSignatures } from '../kit/sign-response.ts';
import { messageOf, withMessage } from './_post.ts';

export default defineMutation({
  id: 'binding/host-header',
  title: 'Headers name the host that the message is meant for',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, context) => {
      const { host, pathname } = new URL(request.url);
      const address = new URL(pathname, 'https://other-sp.example');
      const unsigned = removeSignatures(messageOf(request));
      const meant = setAttribute(
        setAttribute(unsigned, 'Response', 'Destination', address.href),
        'SubjectConfirmationData',
        'Recipient',
        address.href,
      );
      const signed = context.forgeSignature(meant, attributeOf(meant, 'Response/Assertion', 'ID'), {
        as: 'idp',
      });
      const sent = withMessage(
        request,
        context.forgeSignature(signed, attributeOf(meant, 'Response', 'ID'), { as: 'idp' }),
      );
      const forwarded = `host="${address.host}";proto=https;for="${host}"`;
      const headers = { 'x-forwarded-host': address.host, 'x-original-host': address.host, forwarded };
      return { ...sent, headers: { ...sent.headers, ...headers } };
    },
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'Where Destination is present, the recipient checks that it is the location at which it got the message, and else discards it.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that Recipient is the address of the assertion consumer service that got the message.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A target that takes its own address from X-Forwarded-Host or Forwarded takes messages that are meant for any host.',
    weakness: ['host-header-trusted'],
  },
});
