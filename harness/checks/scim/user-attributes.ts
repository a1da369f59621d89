import { defineCheck } from '../../model/check.ts';
import { limits, unsupportedParts } from '../../scim/limits.ts';
import { attributeOf, listOf, objectOf } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasRequest, nameOf, requestsOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/user-attributes',
  title: {
    holds: 'No user is sent with attributes that AWS does not support',
    fails: 'A user is sent with an attribute that AWS does not support',
  },
  why: 'One attribute too many is enough for the whole user to be refused.',
  fix: clientFix('Remove the attribute from the mapping.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page(
      'CreateUser',
      'ims, photos, x509Certificates, entitlements and password are not supported; groups cannot be specified.',
    ),
    refs.page('Limitations', 'display of e-mail addresses, addresses and phone numbers is not supported.'),
  ],
  messages: { unsupported: '{request} has {attribute}.' },
  applies: ({ scim }) => hasRequest(scim, 'CreateUser', 'PutUser'),
  run: ({ scim }) =>
    requestsOf(scim, 'CreateUser', 'PutUser').flatMap((request) =>
      unsupportedIn(request.body).map((attribute) => ({
        message: 'unsupported' as const,
        data: { request: nameOf(request), attribute },
        expected: 'only supported attributes',
        observed: attribute,
        where: at(request, 'body'),
      })),
    ),
});

function unsupportedIn(body: unknown): readonly string[] {
  const whole = limits.unsupportedOfUser.filter((name) => attributeOf(body, name) !== undefined);
  const parts = Object.entries(unsupportedParts).flatMap(([name, part]) =>
    listOf(attributeOf(body, name)).some((value) => attributeOf(value, part) !== undefined)
      ? [`${name}.${part}`]
      : [],
  );
  const manager = attributeOf(objectOf(body)[limits.enterprise], 'manager');
  return [
    ...whole,
    ...parts,
    ...(attributeOf(manager, 'displayName') === undefined ? [] : ['manager.displayName']),
  ];
}
