import { defineCheck } from '../../model/check.ts';
import { isObject } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { at, clientFix, hasRequest, nameOf, requestsOf } from './_requests.ts';

const writing = ['CreateUser', 'PutUser', 'PatchUser', 'CreateGroup', 'PatchGroup'] as const;

export default defineCheck({
  id: 'scim/empty-values',
  title: {
    holds: 'No value is empty or null',
    fails: 'A value is empty or null',
  },
  why: 'AWS wants at least one character: a field that is left empty in the directory keeps the person out.',
  fix: clientFix('Leave attributes out that have no value, or fill them in.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.userGuide(
      'Logging IAM Identity Center SCIM API calls',
      'The audit log says: Member must have length greater than or equal to 1.',
    ),
    refs.schema('2.5', 'An attribute without a value is left out; null and an empty list mean the same.'),
  ],
  messages: { empty: '{request} has {attribute} without a value.' },
  applies: ({ scim }) => hasRequest(scim, ...writing),
  run: ({ scim }) =>
    requestsOf(scim, ...writing).flatMap((request) =>
      emptyIn(request.body, '').map((attribute) => ({
        message: 'empty' as const,
        data: { request: nameOf(request), attribute },
        expected: 'a value, or no attribute',
        observed: attribute,
        where: at(request, 'body'),
      })),
    ),
});

function emptyIn(value: unknown, path: string): readonly string[] {
  if (value === null || value === '') return [path];
  if (Array.isArray(value)) return value.flatMap((one, index) => emptyIn(one, `${path}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    emptyIn(inner, path === '' ? name : `${path}.${name}`),
  );
}
