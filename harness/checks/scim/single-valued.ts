import { defineCheck } from '../../model/check.ts';
import { limits } from '../../scim/limits.ts';
import { valuesSet } from '../../scim/read-patch.ts';
import { attributeOf } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasRequest, nameOf, requestsOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/single-valued',
  title: {
    holds:
      'Nobody is sent with more than one e-mail address, address, phone number or role, and the e-mail address is primary',
    fails:
      'Somebody is sent with several values where AWS takes one, or with an e-mail address that is not primary',
  },
  why: 'AWS refuses the user, and the person is not known when they log in.',
  fix: clientFix('Map one value of each, and mark the e-mail address as primary.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page(
      'CreateUser',
      'Only single values are permitted; the e-mail address must be marked as primary.',
    ),
    refs.userGuide(
      'Logging IAM Identity Center SCIM API calls',
      'The audit log says: List attribute emails exceeds allowed limit of 1.',
    ),
  ],
  messages: {
    several: '{request} has {count} values of {attribute}.',
    'not-primary': '{request} has an e-mail address that is not primary.',
  },
  applies: ({ scim }) => hasRequest(scim, 'CreateUser', 'PutUser', 'PatchUser'),
  run: ({ scim }) =>
    requestsOf(scim, 'CreateUser', 'PutUser', 'PatchUser').flatMap((request) =>
      limits.singleValued.flatMap((attribute) => {
        const values = valuesSet(request, attribute);
        const message = judge(attribute, values);
        if (message === undefined) return [];
        return [
          {
            message,
            data: { request: nameOf(request), attribute, count: values.length },
            expected: 'one value, the e-mail address primary',
            observed: message === 'several' ? `${values.length} of ${attribute}` : 'not primary',
            where: at(request, 'body'),
          },
        ];
      }),
    ),
});

function judge(attribute: string, values: readonly unknown[]): 'several' | 'not-primary' | undefined {
  if (values.length > 1) return 'several';
  const isPrimary = values.every((value) => attributeOf(value, 'primary') === true);
  return attribute === 'emails' && !isPrimary ? 'not-primary' : undefined;
}
