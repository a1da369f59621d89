import {
  absent,
  accepted,
  aws,
  has,
  is,
  oneOf,
  openAtAws,
  refused,
  rfc,
} from '../../../harness/flows/scim-probe/claims.ts';
import { type Attributes, type Made, type Probe, schemas } from '../../../harness/flows/scim-probe/probe.ts';
import { objectOf } from '../../../harness/scim/read-requests.ts';
import { probe } from './define.ts';

const page = 'PatchUser';
const targetOf = ({ id }: Made) => `/Users/${encodeURIComponent(id)}`;

export async function patch(t: Probe, target: string, ...Operations: readonly Attributes[]) {
  return t.call('PATCH', target, { body: { schemas: [schemas.patch], Operations } });
}

/** A change that works, and what the user is after it. */
const changes = (
  id: string,
  title: string,
  operations: readonly Attributes[],
  after: Attributes,
  more: Attributes = {},
) =>
  probe(`patch-user-${id}`, title, async (t) => {
    const user = await t.user(more);
    const answer = await patch(t, targetOf(user), ...operations);
    const read = await t.call('GET', targetOf(user));
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.2', oneOf(200, 204)), aws(page, is(200)));
    t.expect('The user', read, read.body, rfc('7644, 3.5.2', has(after)));
    if (answer.status === 200) t.expect('The answer', answer, answer.body, rfc('7644, 3.5.2', is(read.body)));
  });

/** A change that is refused, and changes nothing. */
const refuses = (
  id: string,
  title: string,
  operations: readonly Attributes[],
  section: string,
  more: Attributes = {},
) =>
  probe(`patch-user-${id}`, title, async (t) => {
    const user = await t.user(more);
    const answer = await patch(t, targetOf(user), ...operations);
    const read = await t.call('GET', targetOf(user));
    t.expect('The status', answer, answer.status, rfc(section, is(400)));
    t.expect('The user', read, read.body, rfc('7644, 3.5.2', is(user.resource)));
  });

/** A change that the RFCs allow, and AWS does not. */
const onlyByRfc = (id: string, title: string, ...operations: readonly Attributes[]) =>
  probe(`patch-user-${id}`, title, async (t) => {
    const answer = await patch(t, targetOf(await t.user()), ...operations);
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.2', oneOf(200, 204)), aws(page, is(400)));
  });

const put = (t: Probe, user: Made, change: Attributes) =>
  t.call('PUT', targetOf(user), { body: { ...user.sent, id: user.id, ...change } });

/** People are changed. */
export const changeUser = [
  probe('put-user', 'A user is overwritten, and what is left out is gone', async (t) => {
    const user = await t.user({ title: 'Engineer', nickName: 'Pro' });
    const answer = await put(t, user, { title: undefined, nickName: 'Bee' });
    const read = await t.call('GET', targetOf(user));
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.1', is(200)));
    t.expect('The nickname', read, objectOf(read.body).nickName, rfc('7644, 3.5.1', is('Bee')));
    t.expect('The title', read, objectOf(read.body).title, rfc('7644, 3.5.1', absent));
    t.expect('The id', read, objectOf(read.body).id, rfc('7643, 3.1', is(user.id)));
  }),
  probe('put-user-name', 'A user is overwritten under a new name', async (t) => {
    const user = await t.user();
    const userName = `${t.name()}@example.com`;
    const answer = await put(t, user, { userName });
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.1', is(200)));
    t.expect('The name', answer, objectOf(answer.body).userName, rfc('7644, 3.5.1', is(userName)));
  }),
  probe('put-user-name-taken', 'A user is not overwritten with the name of another', async (t) => {
    const [user, other] = [await t.user(), await t.user()];
    const answer = await put(t, user, { userName: other.sent.userName });
    t.expect('The status', answer, answer.status, rfc('7644, 3.12', is(409)));
  }),
  probe('put-user-no-name', 'A user is not overwritten without a name', async (t) => {
    const user = await t.user();
    const answer = await put(t, user, { userName: undefined });
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.1', is(400)));
  }),
  probe('put-user-other-id', 'A user is not overwritten under another id', async (t) => {
    const user = await t.user();
    const answer = await put(t, user, { id: '00000000-0000-4000-8000-000000000000' });
    // The RFC leaves the choice between ignoring a readOnly value and refusing it.
    t.expect(
      'The status',
      answer,
      answer.status,
      rfc('7644, 3.5.1', oneOf(200, 400)),
      aws('PutUser', is(400)),
    );
  }),
  probe('put-user-missing', 'Nobody is overwritten who is not there', async (t) => {
    const user = await t.user();
    const answer = await t.call('PUT', '/Users/00000000-0000-4000-8000-000000000000', {
      body: {
        ...user.sent,
        userName: `${t.name()}@example.com`,
        externalId: t.name(),
        id: '00000000-0000-4000-8000-000000000000',
      },
    });
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.1', is(404)));
  }),
  changes('off', 'A user is switched off', [{ op: 'replace', path: 'active', value: false }], {
    active: false,
  }),
  changes(
    'on',
    'A user is switched on again',
    [{ op: 'replace', path: 'active', value: true }],
    { active: true },
    { active: false },
  ),
  changes(
    'several',
    'Several attributes change at once',
    [
      { op: 'add', path: 'title', value: 'Engineer' },
      { op: 'replace', path: 'displayName', value: 'New' },
    ],
    { title: 'Engineer', displayName: 'New' },
  ),
  changes(
    'part-of-name',
    'A part of the name changes',
    [{ op: 'replace', path: 'name.familyName', value: 'New' }],
    { name: { givenName: 'Probe', familyName: 'New' } },
  ),
  changes(
    'extension',
    'An attribute of the extension changes',
    [{ op: 'add', path: `${schemas.enterprise}:department`, value: 'Sales' }],
    { [schemas.enterprise]: { department: 'Sales' } },
  ),
  changes(
    'value-by-filter',
    'The value that a filter picks changes',
    [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'new@example.com' }],
    { emails: [{ value: 'new@example.com' }] },
  ),
  changes(
    'add-again',
    'What is there already is added again',
    [{ op: 'add', path: 'title', value: 'Engineer' }],
    { title: 'Engineer' },
    { title: 'Engineer' },
  ),
  probe('patch-user-remove', 'An attribute is removed', async (t) => {
    const user = await t.user({ title: 'Engineer' });
    const answer = await patch(t, targetOf(user), { op: 'remove', path: 'title' });
    const read = await t.call('GET', targetOf(user));
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.2.2', accepted));
    t.expect('The title', read, objectOf(read.body).title, rfc('7644, 3.5.2.2', absent));
  }),
  probe('patch-user-name-taken', 'A user does not get the name of another', async (t) => {
    const [user, other] = [await t.user(), await t.user()];
    const answer = await patch(t, targetOf(user), {
      op: 'replace',
      path: 'userName',
      value: other.sent.userName,
    });
    t.expect('The status', answer, answer.status, rfc('7644, 3.12', is(409)));
  }),
  probe('patch-user-missing', 'Nobody is changed who is not there', async (t) => {
    const answer = await patch(t, '/Users/00000000-0000-4000-8000-000000000000', {
      op: 'replace',
      path: 'active',
      value: false,
    });
    t.expect('The status', answer, answer.status, rfc('7644, 3.12', is(404)));
  }),
  probe('patch-user-id', 'The id of a user does not change', async (t) => {
    const user = await t.user();
    const answer = await patch(t, targetOf(user), { op: 'replace', path: 'id', value: 'new' });
    const read = await t.call('GET', targetOf(user));
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.2', refused));
    t.expect('The id', read, objectOf(read.body).id, rfc('7643, 3.1', is(user.id)));
  }),
  refuses('remove-without-path', 'Nothing is removed that is not named', [{ op: 'remove' }], '7644, 3.5.2.2'),
  refuses(
    'unknown-verb',
    'An operation that there is not is refused',
    [{ op: 'set', path: 'title', value: 'x' }],
    '7644, 3.5.2',
  ),
  refuses(
    'remove-name',
    'The userName is not removed',
    [{ op: 'remove', path: 'userName' }],
    '7644, 3.5.2.2',
  ),
  refuses(
    'half',
    'A request whose second operation is wrong changes nothing',
    [
      { op: 'replace', path: 'displayName', value: 'Half' },
      { op: 'set', path: 'title', value: 'x' },
    ],
    '7644, 3.5.2',
  ),
  refuses('no-operations', 'A change without operations is refused', [], '7644, 3.5.2'),
  refuses(
    'value-of-other-type',
    'A state that is a number is refused',
    [{ op: 'replace', path: 'active', value: 7 }],
    '7644, 3.12',
  ),
  probe(
    'patch-user-no-schema',
    'A change that does not name its schema is refused, or understood',
    async (t) => {
      const user = await t.user();
      const answer = await t.call('PATCH', targetOf(user), {
        body: { Operations: [{ op: 'replace', path: 'title', value: 'x' }] },
      });
      // Clients must name it; the RFC does not say that services have to look.
      const byRfc = rfc('7644, 3.5.2', oneOf(200, 204, 400));
      t.expect('The status', answer, answer.status, byRfc);
    },
  ),
  onlyByRfc(
    'active-twice',
    'The state changes twice',
    { op: 'replace', path: 'active', value: false },
    { op: 'replace', path: 'active', value: true },
  ),
  onlyByRfc('photo', 'A photo is added', {
    op: 'add',
    path: 'photos',
    value: [{ value: 'https://example.com/photo.png' }],
  }),
  onlyByRfc('second-phone', 'Two phone numbers are added', {
    op: 'add',
    path: 'phoneNumbers',
    value: [{ value: '+15550100' }, { value: '+15550101' }],
  }),
  probe('patch-user-no-path', 'Attributes are set without a path', async (t) => {
    const user = await t.user();
    const answer = await patch(t, targetOf(user), {
      op: 'replace',
      value: { title: 'Engineer', nickName: 'Bee' },
    });
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.2.3', accepted), openAtAws);
  }),
];
