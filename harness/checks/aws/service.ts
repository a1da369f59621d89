import { partitions } from '../../aws/partitions.ts';
import { isSignInAudience, readSignInAddress } from '../../aws/sign-in-addresses.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import type { ResponseReading } from '../../model/readings.ts';
import { at, bearerData } from '../assertion/_assertions.ts';
import { readAcsUrl, readIssuerUrl } from '../identity-center/_form.ts';

export default defineCheck({
  id: 'aws/service',
  title: {
    holds: 'Audience and Recipient are of the same AWS service',
    fails: 'Audience and Recipient are of two AWS services',
  },
  why: 'IAM and IAM Identity Center look alike in the guides; a value of the one in the other’s application ends every login in a general error.',
  fix: {
    console: 'Identity provider',
    field: 'Entity ID and Assertion Consumer Service URL of the application',
    change: 'Take both values from the same service, and make one application for each service.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.assertions('In a response to IAM the audience is urn:amazon:webservices or the sign-in address.'),
    {
      document: 'aws-identity-center',
      section: 'Using SAML and SCIM identity federation with external identity providers',
      says: 'ACS URL and issuer URL are those that the instance shows.',
    },
  ],
  messages: { mixed: 'The audience is of {audience}, the Recipient of {recipient}.' },
  applies: ({ response }) =>
    (audienceOf(response) !== undefined && recipientOf(response) !== undefined) ||
    'Audience and Recipient are not both known to be of AWS.',
  run: ({ response }) => {
    const audience = audienceOf(response);
    const recipient = recipientOf(response);
    if (audience === undefined || recipient === undefined || audience.services.includes(recipient.service))
      return [];
    const services = audience.services.join(' and ');
    return [
      {
        message: 'mixed',
        data: { audience: services, recipient: recipient.service },
        expected: recipient.service,
        observed: services,
        where: at(response, audience.element),
      },
    ];
  },
});

type Service = 'IAM' | 'IAM Identity Center';

/** Services that the audiences stand for; absent when one stands for none, which may be anything else. */
function audienceOf(response: ResponseReading) {
  const audiences = response.assertions
    .flatMap(({ conditions }) => conditions?.audienceRestrictions ?? [])
    .flatMap((restriction) => restriction.audiences);
  const services = audiences.flatMap(({ text }): Service[] => {
    if (readIssuerUrl(text) !== undefined) return ['IAM Identity Center'];
    return partitions.some(({ id }) => isSignInAudience(text, id)) ? ['IAM'] : [];
  });
  const element = audiences[0]?.element;
  if (element === undefined || services.length < audiences.length) return undefined;
  return { element, services: [...new Set(services)] };
}

function recipientOf(response: ResponseReading): { readonly service: Service } | undefined {
  for (const { recipient = '' } of bearerData(response)) {
    if (readSignInAddress(recipient) !== undefined) return { service: 'IAM' };
    if (readAcsUrl(recipient) !== undefined) return { service: 'IAM Identity Center' };
  }
  return undefined;
}
