import {
  absent,
  accepted,
  aws,
  has,
  is,
  openAtAws,
  present,
  refused,
  rfc,
} from '../../../harness/flows/scim-probe/claims.ts';
import { type Probe, schemas } from '../../../harness/flows/scim-probe/probe.ts';
import { attributeOf, objectOf, textAt } from '../../../harness/scim/read-requests.ts';
import { probe } from './define.ts';

const page = 'CreateUser';

/** A user that the RFCs allow, and AWS does not. */
const onlyByRfc = (
  id: string,
  title: string,
  change: (t: Probe) => Readonly<Record<string, unknown>>,
  section: string,
) =>
  probe(`create-user-${id}`, title, async (t) => {
    const answer = await t.postUser(change(t));
    t.expect('The status', answer, answer.status, rfc(section, is(201)), aws(page, is(400)));
  });

/** What nobody takes. */
const refusedByAll = (
  id: string,
  title: string,
  change: Readonly<Record<string, unknown>>,
  section: string,
) =>
  probe(`create-user-${id}`, title, async (t) => {
    const answer = await t.postUser(change);
    t.expect('The status', answer, answer.status, rfc(section, is(400)));
  });

const malformed = (id: string, title: string, body: string) =>
  probe(`create-user-${id}`, title, async (t) => {
    const answer = await t.call('POST', '/Users', { body });
    t.expect('The status', answer, answer.status, rfc('7644, 3.12', is(400)));
  });

/** People are made. */
export const createUser = [
  probe('create-user', 'A user is made, answered in full, and there', async (t) => {
    const made = await t.postUser();
    const id = textAt(made.body, 'id') ?? '';
    const read = await t.call('GET', `/Users/${encodeURIComponent(id)}`);
    const { schemas: named, meta, active } = objectOf(made.body);
    t.expect('The status', made, made.status, rfc('7644, 3.3', is(201)));
    t.expect('The id', made, id === '' ? undefined : id, rfc('7643, 3.1', present));
    t.expect('The schemas', made, named, rfc('7643, 3', has([schemas.user])));
    t.expect('The kind of resource', made, objectOf(meta).resourceType, rfc('7643, 3.1', is('User')));
    t.expect('The moment of creation', made, objectOf(meta).created, rfc('7643, 3.1', present));
    t.expect('The state', made, active, rfc('7643, 4.1.1', is(true)));
    t.expect('The resource when it is read', read, read.body, rfc('7644, 3.4.1', is(made.body)));
  }),
  probe('create-user-location', 'The address of a user who was made is told', async (t) => {
    const made = await t.postUser();
    const location = textAt(made.body, 'meta.location');
    t.expect(
      'The header Location',
      made,
      made.header('location'),
      rfc('7644, 3.3', present),
      aws(page, absent),
    );
    t.expect('meta.location', made, location, rfc('7643, 3.1', present), aws(page, absent));
    t.expect(
      'Whether both are one',
      made,
      made.header('location') === location,
      rfc('7644, 3.3', is(true)),
      openAtAws,
    );
  }),
  probe('create-user-kept', 'A user keeps what was sent, to the letter', async (t) => {
    const sent = {
      displayName: 'Zo\u00eb  M\u00fcller \ud83d\ude80',
      name: { givenName: 'Zoe\u0308', familyName: "O'Brien \u5f20", formatted: 'Zo\u00eb M\u00fcller' },
      title: 'Head of "Risk" & Co.',
      preferredLanguage: 'en-GB',
      timezone: 'Europe/Zurich',
    };
    const { id } = await t.user(sent);
    const read = await t.call('GET', `/Users/${encodeURIComponent(id)}`);
    t.expect('The resource', read, read.body, rfc('7643, 2.3.1', has(sent)));
  }),
  probe('create-user-enterprise', 'The attributes of enterprises are kept', async (t) => {
    const sent = { department: 'Sales', costCenter: '42', employeeNumber: '007' };
    const made = await t.postUser({
      schemas: [schemas.user, schemas.enterprise],
      [schemas.enterprise]: sent,
    });
    t.expect('The status', made, made.status, rfc('7644, 3.3', is(201)));
    t.expect('The extension', made, objectOf(made.body)[schemas.enterprise], rfc('7643, 4.3', has(sent)));
  }),
  probe('create-user-own-id', 'An id that the client sends is not taken', async (t) => {
    const made = await t.postUser({ id: 'id-of-the-client' });
    t.expect('The status', made, made.status, rfc('7644, 3.3', is(201)), openAtAws);
    t.expect(
      'Whether the id is the client’s',
      made,
      textAt(made.body, 'id') === 'id-of-the-client',
      rfc('7643, 3.1', is(false)),
    );
  }),
  probe('create-user-inactive', 'A user is made who is switched off', async (t) => {
    const made = await t.postUser({ active: false });
    t.expect('The status', made, made.status, rfc('7644, 3.3', is(201)));
    t.expect('The state', made, objectOf(made.body).active, rfc('7643, 4.1.1', is(false)));
  }),
  probe('create-user-plain-json', 'A user who is sent as plain JSON is made', async (t) => {
    const userName = `${t.name()}@example.com`;
    const body = {
      schemas: [schemas.user],
      userName,
      displayName: 'Probe',
      name: { givenName: 'Probe', familyName: 'Probe' },
    };
    const made = await t.call('POST', '/Users', { body, contentType: 'application/json' });
    t.expect('The status', made, made.status, rfc('7644, 3.8', is(201)));
  }),
  probe(
    'create-user-same-name',
    'A second user of the same name is refused, and nothing is changed',
    async (t) => {
      const first = await t.user();
      const second = await t.postUser({ userName: first.sent.userName, title: 'Second' });
      const read = await t.call('GET', `/Users/${encodeURIComponent(first.id)}`);
      t.expect('The status', second, second.status, rfc('7644, 3.3', is(409)));
      t.expect(
        'The kind of error',
        second,
        objectOf(second.body).scimType,
        rfc('7644, 3.12', is('uniqueness')),
        openAtAws,
      );
      t.expect('The first user', read, read.body, rfc('7644, 3.3', is(first.resource)));
    },
  ),
  probe(
    'create-user-same-name-other-case',
    'A user whose name differs in case alone is refused',
    async (t) => {
      const { sent } = await t.user();
      const answer = await t.postUser({ userName: String(sent.userName).toUpperCase() });
      t.expect('The status', answer, answer.status, rfc('7643, 4.1.1', is(409)));
    },
  ),
  probe('create-user-same-external-id', 'A second user of the same external id', async (t) => {
    const { sent } = await t.user();
    const answer = await t.postUser({ externalId: sent.externalId });
    t.expect('The status', answer, answer.status, rfc('7643, 3.1', is(201)), aws(page, is(409)));
  }),
  probe('create-user-same-email', 'A second user of the same e-mail address', async (t) => {
    const { sent } = await t.user();
    const answer = await t.postUser({ emails: sent.emails });
    t.expect('The status', answer, answer.status, rfc('7643, 4.1.2', is(201)), openAtAws);
  }),
  refusedByAll('no-name', 'A user without userName is refused', { userName: undefined }, '7643, 4.1.1'),
  refusedByAll('empty-name', 'A user with an empty userName is refused', { userName: '' }, '7643, 4.1.1'),
  refusedByAll(
    'name-of-other-type',
    'A userName that is a number is refused',
    { userName: 42 },
    '7643, 2.3.1',
  ),
  refusedByAll(
    'active-of-other-type',
    'A state that is a word is refused',
    { active: 'perhaps' },
    '7643, 2.3.2',
  ),
  refusedByAll(
    'other-schema',
    'A user by the schema of groups is refused',
    { schemas: [schemas.group] },
    '7644, 3.12',
  ),
  onlyByRfc(
    'no-display-name',
    'A user without displayName',
    () => ({ displayName: undefined }),
    '7643, 4.1.1',
  ),
  onlyByRfc(
    'no-family-name',
    'A user without family name',
    () => ({ name: { givenName: 'Probe' } }),
    '7643, 4.1.1',
  ),
  onlyByRfc(
    'no-given-name',
    'A user without given name',
    () => ({ name: { familyName: 'Probe' } }),
    '7643, 4.1.1',
  ),
  onlyByRfc(
    'two-emails',
    'A user with two e-mail addresses',
    (t) => {
      const name = t.name();
      return {
        emails: [
          { value: `${name}@example.com`, primary: true },
          { value: `${name}@example.org`, type: 'home' },
        ],
      };
    },
    '7643, 4.1.2',
  ),
  onlyByRfc(
    'email-not-primary',
    'A user whose e-mail address is not primary',
    (t) => ({ emails: [{ value: `${t.name()}@example.com` }] }),
    '7643, 4.1.2',
  ),
  onlyByRfc(
    'two-phones',
    'A user with two phone numbers',
    () => ({
      phoneNumbers: [
        { value: '+15550100', type: 'work' },
        { value: '+15550101', type: 'home' },
      ],
    }),
    '7643, 4.1.2',
  ),
  onlyByRfc(
    'two-addresses',
    'A user with two addresses',
    () => ({
      addresses: [
        { locality: 'Bern', type: 'work' },
        { locality: 'Basel', type: 'home' },
      ],
    }),
    '7643, 4.1.2',
  ),
  onlyByRfc(
    'photo',
    'A user with a photo',
    () => ({ photos: [{ value: 'https://example.com/photo.png', type: 'photo' }] }),
    '7643, 4.1.2',
  ),
  onlyByRfc(
    'entitlements',
    'A user with entitlements',
    () => ({ entitlements: [{ value: 'probe' }] }),
    '7643, 4.1.2',
  ),
  onlyByRfc(
    'groups',
    'Groups that are sent with a user are not taken',
    () => ({ groups: [{ value: 'probe' }] }),
    '7643, 4.1.2',
  ),
  onlyByRfc('null', 'A user with null as title', () => ({ title: null }), '7643, 2.5'),
  probe('create-user-empty-title', 'A user with an empty title', async (t) => {
    const answer = await t.postUser({ title: '' });
    t.expect('The status', answer, answer.status, aws('Logging SCIM API calls', is(400)));
  }),
  probe('create-user-password', 'A password is never told', async (t) => {
    const answer = await t.postUser({ password: 'correct horse battery' });
    const told = attributeOf(answer.body, 'password');
    t.expect('The status', answer, answer.status, rfc('7643, 4.1.1', is(201)), aws(page, is(400)));
    t.expect('The password', answer, told, rfc('7643, 7', absent));
  }),
  malformed('no-json', 'A body that is no JSON is refused', '{"schemas":['),
  malformed('list', 'A body that is a list is refused', '[]'),
  malformed('nothing', 'A body that is null is refused', 'null'),
  probe('create-user-no-body', 'A request without a body is refused', async (t) => {
    const answer = await t.call('POST', '/Users');
    t.expect('The status', answer, answer.status, rfc('7644, 3.12', refused));
  }),
  probe('create-user-after-errors', 'After refusals the service goes on', async (t) => {
    await t.call('POST', '/Users', { body: '{' });
    const answer = await t.postUser();
    t.expect('The status', answer, answer.status, rfc('7644, 3.3', accepted));
  }),
];
