import { partitionOf as partitionById } from '../../aws/partitions.ts';
import { isSignInAudience } from '../../aws/sign-in-addresses.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import type { AssertionReading, ResponseReading } from '../../model/readings.ts';
import { at } from '../assertion/_assertions.ts';
import { readIssuerUrl } from '../identity-center/_form.ts';
import { quoteAll } from '../metadata/_show.ts';
import { partitionOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/audience',
  title: {
    holds: 'The audience is AWS sign-in',
    fails: 'The audience is not AWS sign-in',
  },
  why: 'AWS answers “Response does not contain the required audience”.',
  fix: {
    console: 'Identity provider',
    field: 'Entity ID of the application',
    change: 'Enter urn:amazon:webservices; in GovCloud and China the entity ID of that partition.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['account'],
  refs: [
    refs.assertions('The audience is urn:amazon:webservices or the sign-in address.'),
    refs.troubleshooting('Another audience than that of the service provider’s metadata is refused.'),
  ],
  messages: {
    center: 'The audience is {audiences}, an instance of IAM Identity Center.',
    other: 'The audience is {audiences}.',
  },
  applies: ({ response }) =>
    restrictionsOf(response).some(({ audiences }) => audiences.length > 0) ||
    'No assertion names an audience.',
  run: ({ response, account }) => {
    const id = partitionOf(response, account);
    const partition = partitionById(id);
    if (partition === undefined) return [];
    return restrictionsOf(response)
      .filter(({ audiences }) => audiences.length > 0)
      .filter(({ audiences }) => !audiences.some(({ text }) => isSignInAudience(text, partition.id)))
      .map(({ element, audiences }) => {
        const observed = quoteAll(audiences.map(({ text }) => text));
        const isCenter = audiences.some(({ text }) => readIssuerUrl(text) !== undefined);
        return {
          message: isCenter ? ('center' as const) : ('other' as const),
          data: { audiences: observed },
          expected: quoteAll(partition.entityIds),
          observed,
          where: at(response, audiences[0]?.element ?? element),
        };
      });
  },
});

function restrictionsOf({
  assertions,
}: ResponseReading): NonNullable<AssertionReading['conditions']>['audienceRestrictions'][number][] {
  return assertions.flatMap(({ conditions }) => conditions?.audienceRestrictions ?? []);
}
