import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { faultsOfPatch } from './_patch.ts';
import { at, clientFix, hasRequest, nameOf, requestsOf } from './_requests.ts';

export default defineCheck({
  id: 'scim/patch-form',
  title: {
    holds: 'Every PATCH request has the form that AWS takes',
    fails: 'A PATCH request has a form that AWS does not take',
  },
  why: 'AWS takes a part of what the standard allows: a change that is refused leaves people with what they had.',
  fix: clientFix('Set the client to one operation an attribute, each with a path, or to PUT for users.'),
  judges: 'idp',
  needs: ['scim'],
  refs: [
    refs.page(
      'PatchUser',
      'Operations are add, replace and remove; remove needs a path; userName and active change once and are not removed.',
    ),
    refs.page('PatchGroup', 'Only displayName, members and externalId are changed.'),
    refs.userGuide(
      'Logging IAM Identity Center SCIM API calls',
      'The audit log says: Missing path in PATCH request.',
    ),
  ],
  messages: {
    schema: '{request} does not name the schema of a PATCH request.',
    verb: '{request}: operation {index} is none of add, replace and remove.',
    path: '{request}: operation {index} has no path.',
    value: '{request}: operation {index} has no value.',
    attribute: '{request}: operation {index} is about {attribute}, which is not patched.',
    twice: '{request} changes {attribute} more than once.',
    removed: '{request} removes {attribute}.',
  },
  applies: ({ scim }) => hasRequest(scim, 'PatchUser', 'PatchGroup'),
  run: ({ scim }) =>
    requestsOf(scim, 'PatchUser', 'PatchGroup').flatMap((request) =>
      faultsOfPatch(request).map(({ message, index = 0, attribute = '' }) => ({
        message,
        data: { request: nameOf(request), index, attribute },
        expected: 'the form of the page PatchUser or PatchGroup',
        observed: attribute === '' ? message : attribute,
        where: at(request, 'body'),
      })),
    ),
});
