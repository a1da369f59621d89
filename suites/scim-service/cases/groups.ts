import type { ScimAnswer } from '../../../harness/flows/scim-probe/caller.ts';
import {
  absent,
  aws,
  has,
  is,
  oneOf,
  openAtAws,
  present,
  refused,
  rfc,
} from '../../../harness/flows/scim-probe/claims.ts';
import { type Attributes, type Made, type Probe, schemas } from '../../../harness/flows/scim-probe/probe.ts';
import { listOf, objectOf, textAt } from '../../../harness/scim/read-requests.ts';
import { patch } from './change-user.ts';
import { filtered, probe } from './define.ts';

const page = 'PatchGroup';
const targetOf = ({ id }: Made) => `/Groups/${encodeURIComponent(id)}`;
const member = ({ id }: Made) => ({ value: id });
const idsIn = ({ body }: ScimAnswer) => listOf(objectOf(body).Resources).map((one) => textAt(one, 'id'));
/** A change is answered by the group or by nothing; AWS answers nothing. */
const changed = [rfc('7644, 3.5.2', oneOf(200, 204)), aws(page, is(204))];

/** Whether somebody is in a group: the RFCs show it in the group, AWS by a filter. */
async function expectMember(t: Probe, what: string, group: Made, user: Made, isIn: boolean): Promise<void> {
  const read = await t.call('GET', targetOf(group));
  const named = listOf(objectOf(read.body).members).map((one) => textAt(one, 'value'));
  t.expect(`${what}, in the group`, read, named.includes(user.id), rfc('7643, 4.2', is(isIn)), openAtAws);
  const found = await t.call('GET', filtered('Groups', `id eq "${group.id}" and members eq "${user.id}"`));
  t.expect(`${what}, by a filter`, found, idsIn(found).length, aws('ListGroups', is(isIn ? 1 : 0)));
}

/** A change of members that the RFCs allow, and AWS does not. */
const onlyByRfc = (id: string, title: string, operation: (user: Made) => Attributes) =>
  probe(`patch-group-${id}`, title, async (t) => {
    const user = await t.user();
    const group = await t.group();
    await patch(t, targetOf(group), { op: 'add', path: 'members', value: [member(user)] });
    const answer = await patch(t, targetOf(group), operation(user));
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.2', oneOf(200, 204)), aws(page, is(400)));
  });

const unavailable = (id: string, title: string, method: string, target: string, body?: Attributes) =>
  probe(`unsupported-${id}`, title, async (t) => {
    const answer = await t.call(method, target, body === undefined ? {} : { body });
    t.expect('The status', answer, answer.status, aws('Limitations', refused));
  });

/** Groups, and who is in them. */
export const groups = [
  probe('create-group', 'A group is made, answered, and there', async (t) => {
    const made = await t.postGroup();
    const read = await t.call('GET', `/Groups/${encodeURIComponent(textAt(made.body, 'id') ?? '')}`);
    t.expect('The status', made, made.status, rfc('7644, 3.3', is(201)));
    t.expect('The id', made, textAt(made.body, 'id'), rfc('7643, 3.1', present));
    t.expect('The schemas', made, objectOf(made.body).schemas, rfc('7643, 3', has([schemas.group])));
    t.expect(
      'The kind of resource',
      made,
      textAt(made.body, 'meta.resourceType'),
      rfc('7643, 3.1', is('Group')),
    );
    t.expect(
      'The name when it is read',
      read,
      textAt(read.body, 'displayName'),
      rfc('7644, 3.4.1', is(textAt(made.body, 'displayName'))),
    );
  }),
  probe('create-group-no-name', 'A group without a name is refused', async (t) => {
    const answer = await t.postGroup({ displayName: undefined });
    t.expect('The status', answer, answer.status, rfc('7643, 4.2', is(400)));
  }),
  probe('create-group-same-name', 'A second group of the same name', async (t) => {
    const { sent } = await t.group();
    const answer = await t.postGroup({ displayName: sent.displayName });
    // The RFC has names of groups not unique.
    t.expect(
      'The status',
      answer,
      answer.status,
      rfc('7643, 4.2', oneOf(201, 409)),
      aws('CreateGroup', is(409)),
    );
  }),
  probe('create-group-members', 'A group is made with a member', async (t) => {
    const user = await t.user();
    const group = await t.group({ members: [member(user)] });
    await expectMember(t, 'Whether the user is a member', group, user, true);
  }),
  probe('create-group-unicode', 'A group keeps its name to the letter', async (t) => {
    const displayName = `${t.name()} Z\u00fcrich & \u5f20`;
    const group = await t.group({ displayName });
    t.expect(
      'The name',
      await t.call('GET', targetOf(group)),
      group.resource.displayName,
      rfc('7643, 2.3.1', is(displayName)),
    );
  }),
  probe('get-group-missing', 'A group that is not there is not told', async (t) => {
    const answer = await t.call('GET', '/Groups/00000000-0000-4000-8000-000000000000');
    t.expect('The status', answer, answer.status, rfc('7644, 3.12', is(404)));
  }),
  probe('get-group-members', 'AWS tells no members', async (t) => {
    const user = await t.user();
    const group = await t.group({ members: [member(user)] });
    const answer = await t.call('GET', targetOf(group));
    t.expect(
      'The members',
      answer,
      objectOf(answer.body).members,
      rfc('7643, 4.2', has([{ value: user.id }])),
      aws('GetGroup', absent),
    );
  }),
  probe('delete-group', 'A group that is removed is gone, and its members are not', async (t) => {
    const user = await t.user();
    const group = await t.group({ members: [member(user)] });
    const removed = await t.call('DELETE', targetOf(group));
    const read = await t.call('GET', targetOf(group));
    const person = await t.call('GET', `/Users/${encodeURIComponent(user.id)}`);
    t.expect('The status', removed, removed.status, rfc('7644, 3.6', is(204)));
    t.expect('The status of reading', read, read.status, rfc('7644, 3.6', is(404)));
    t.expect('The status of the member', person, person.status, rfc('7644, 3.6', is(200)));
  }),
  probe('list-groups-by-name', 'A group is found by displayName', async (t) => {
    const group = await t.group();
    await t.group();
    const answer = await t.call(
      'GET',
      filtered('Groups', `displayName eq "${String(group.sent.displayName)}"`),
    );
    t.expect('The status', answer, answer.status, rfc('7644, 3.4.2', is(200)));
    t.expect('What is found', answer, idsIn(answer), rfc('7644, 3.4.2.2', is([group.id])));
  }),
  probe('list-groups-by-external-id', 'A group is found by externalId', async (t) => {
    const group = await t.group();
    const answer = await t.call(
      'GET',
      filtered('Groups', `externalId eq "${String(group.sent.externalId)}"`),
    );
    t.expect('What is found', answer, idsIn(answer), rfc('7644, 3.4.2.2', is([group.id])));
  }),
  probe('list-groups-broken', 'A filter on groups without operator is refused', async (t) => {
    const answer = await t.call('GET', filtered('Groups', 'displayName'));
    t.expect('The status', answer, answer.status, rfc('7644, 3.4.2.2', is(400)));
  }),
  probe('list-groups-starts-with', 'Groups are looked for by the beginning of a name', async (t) => {
    const answer = await t.call('GET', filtered('Groups', 'displayName sw "countersign"'));
    t.expect(
      'The status',
      answer,
      answer.status,
      rfc('7644, 3.4.2.2', oneOf(200, 400, 501)),
      aws('Limitations', is(400)),
    );
  }),
  probe('list-users-of-group', 'The members of a group are found among users', async (t) => {
    const [inside] = [await t.user(), await t.user()];
    const group = await t.group({ members: [member(inside)] });
    const answer = await t.call('GET', filtered('Users', `groups.value eq "${group.id}"`));
    t.expect(
      'The status',
      answer,
      answer.status,
      rfc('7644, 3.4.2.2', oneOf(200, 400, 501)),
      aws('ListUsers', is(200)),
    );
    t.expect('Who is found', answer, idsIn(answer), aws('ListUsers', is([inside.id])));
  }),
  probe('patch-group-rename', 'A group gets a new name', async (t) => {
    const group = await t.group();
    const displayName = t.name();
    const answer = await patch(t, targetOf(group), {
      op: 'replace',
      path: 'displayName',
      value: displayName,
    });
    const read = await t.call('GET', targetOf(group));
    t.expect('The status', answer, answer.status, ...changed);
    t.expect('The name', read, textAt(read.body, 'displayName'), rfc('7644, 3.5.2.3', is(displayName)));
  }),
  probe('patch-group-name-taken', 'A group does not get the name of another', async (t) => {
    const [group, other] = [await t.group(), await t.group()];
    const answer = await patch(t, targetOf(group), {
      op: 'replace',
      path: 'displayName',
      value: other.sent.displayName,
    });
    t.expect('The status', answer, answer.status, rfc('7643, 4.2', oneOf(200, 204, 409)), aws(page, is(409)));
  }),
  probe('patch-group-add', 'A member is added, and added again', async (t) => {
    const user = await t.user();
    const group = await t.group();
    const operation = { op: 'add', path: 'members', value: [member(user)] };
    const first = await patch(t, targetOf(group), operation);
    await expectMember(t, 'Whether the user is a member', group, user, true);
    const second = await patch(t, targetOf(group), operation);
    t.expect('The status', first, first.status, ...changed);
    t.expect('The status of the second time', second, second.status, ...changed);
    await expectMember(t, 'Whether the user is still a member', group, user, true);
  }),
  probe('patch-group-remove', 'A member is removed by a list', async (t) => {
    const [out, stays] = [await t.user(), await t.user()];
    const group = await t.group({ members: [member(out), member(stays)] });
    const answer = await patch(t, targetOf(group), { op: 'remove', path: 'members', value: [member(out)] });
    // By the RFC the list means nothing: all members go, or the request is refused.
    const byRfc = rfc('7644, 3.5.2.2', oneOf(200, 204, 400));
    t.expect('The status', answer, answer.status, byRfc, aws(page, is(204)));
    for (const [who, user, isIn] of [['the one', out, 0] as const, ['the other', stays, 1] as const]) {
      const found = await t.call(
        'GET',
        filtered('Groups', `id eq "${group.id}" and members eq "${user.id}"`),
      );
      t.expect(`Whether ${who} is a member`, found, idsIn(found).length, aws(page, is(isIn)));
    }
  }),
  probe('patch-group-remove-by-filter', 'A member is removed by a path that picks them', async (t) => {
    const [out, stays] = [await t.user(), await t.user()];
    const group = await t.group({ members: [member(out), member(stays)] });
    const answer = await patch(t, targetOf(group), { op: 'remove', path: `members[value eq "${out.id}"]` });
    t.expect('The status', answer, answer.status, ...changed);
    await expectMember(t, 'Whether the one is a member', group, out, false);
    await expectMember(t, 'Whether the other is a member', group, stays, true);
  }),
  probe('patch-group-add-and-remove', 'One member goes, and another comes', async (t) => {
    const [out, comes] = [await t.user(), await t.user()];
    const group = await t.group({ members: [member(out)] });
    const answer = await patch(
      t,
      targetOf(group),
      { op: 'remove', path: `members[value eq "${out.id}"]` },
      { op: 'add', path: 'members', value: [member(comes)] },
    );
    t.expect('The status', answer, answer.status, ...changed);
    await expectMember(t, 'Whether the one is a member', group, out, false);
    await expectMember(t, 'Whether the other is a member', group, comes, true);
  }),
  probe('patch-group-stranger', 'Somebody who is not there is not added', async (t) => {
    const group = await t.group();
    const answer = await patch(t, targetOf(group), {
      op: 'add',
      path: 'members',
      value: [{ value: '00000000-0000-4000-8000-000000000000' }],
    });
    t.expect('The status', answer, answer.status, aws(page, refused));
  }),
  onlyByRfc('replace-members', 'The members of a group are replaced as a whole', (user) => ({
    op: 'replace',
    path: 'members',
    value: [member(user)],
  })),
  onlyByRfc('remove-members', 'The members of a group are removed as a whole', () => ({
    op: 'remove',
    path: 'members',
  })),
  probe('patch-group-many', 'A hundred and one members are added at once', async (t) => {
    const group = await t.group();
    const value = Array.from({ length: 101 }, (_, index) => ({
      value: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    }));
    const answer = await patch(t, targetOf(group), { op: 'add', path: 'members', value });
    t.expect('The status', answer, answer.status, aws(page, is(400)));
  }),
  probe('patch-group-unknown-attribute', 'A group gets no attribute that groups do not have', async (t) => {
    const group = await t.group();
    const answer = await patch(t, targetOf(group), { op: 'add', path: 'noSuchAttribute', value: 'x' });
    t.expect('The status', answer, answer.status, rfc('7644, 3.5.2', is(400)));
  }),
  probe('patch-group-missing', 'A group that is not there is not changed', async (t) => {
    const answer = await patch(t, '/Groups/00000000-0000-4000-8000-000000000000', {
      op: 'replace',
      path: 'displayName',
      value: t.name(),
    });
    t.expect('The status', answer, answer.status, rfc('7644, 3.12', is(404)));
  }),
  probe('put-group', 'A group is overwritten', async (t) => {
    const group = await t.group();
    const answer = await t.call('PUT', targetOf(group), { body: { ...group.sent, id: group.id } });
    t.expect(
      'The status',
      answer,
      answer.status,
      rfc('7644, 3.5.1', is(200)),
      aws('Supported API operations', refused),
    );
  }),
  probe('group-of-removed-user', 'A user who is removed leaves the groups', async (t) => {
    const user = await t.user();
    const group = await t.group({ members: [member(user)] });
    await t.call('DELETE', `/Users/${encodeURIComponent(user.id)}`);
    const read = await t.call('GET', targetOf(group));
    const found = await t.call('GET', filtered('Users', `groups.value eq "${group.id}"`));
    // The RFCs do not say what becomes of the references to somebody who is gone.
    t.expect('The members', read, objectOf(read.body).members, aws('GetGroup', absent));
    t.expect('Who is found', found, idsIn(found), aws('ListUsers', is([])));
  }),
  unavailable('me', 'There is no /Me', 'GET', '/Me'),
  unavailable('bulk', 'There are no bulk requests', 'POST', '/Bulk', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations: [],
  }),
  unavailable('search', 'There is no search by POST', 'POST', '/Users/.search', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
  }),
  unavailable('path', 'There is nothing at a path that nobody named', 'GET', '/NoSuchThing'),
  unavailable('two-slashes', 'Two slashes are not one', 'GET', '//Users'),
];
