import { defineMutation } from '../../model/mutation.ts';
import { setAttribute, setText } from '../kit/edit.ts';
import { elsewhere } from './_elsewhere.ts';

export default defineMutation({
  id: 'binding/tenant-mix',
  title: 'A response for another service provider is posted to this one',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) => {
      const { entityId, acsUrl } = elsewhere(context);
      const named = setText(xml, 'Audience', entityId);
      const sent = setAttribute(named, 'Response', 'Destination', acsUrl);
      return setAttribute(sent, 'SubjectConfirmationData', 'Recipient', acsUrl);
    },
  },
  breaks: ['conditions/audience', 'response/destination', 'subject/recipient'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.4',
      says: 'Each AudienceRestriction is judged by itself: the assertion is valid only if the party is among the audiences of every one.',
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
      'The identity provider serves several service providers or tenants; a genuine response for one, unchanged, is posted to another.',
    weakness: ['tenant-not-checked'],
    needs: ['other-sp'],
  },
});
