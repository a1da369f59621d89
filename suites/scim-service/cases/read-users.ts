import type { ScimAnswer } from '../../../harness/flows/scim-probe/caller.ts';
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
import { type Probe, schemas } from '../../../harness/flows/scim-probe/probe.ts';
import { listOf, objectOf, textAt } from '../../../harness/scim/read-requests.ts';
import { filtered, probe } from './define.ts';

const page = 'ListUsers';
const idsIn = ({ body }: ScimAnswer) => listOf(objectOf(body).Resources).map((one) => textAt(one, 'id'));

/** A filter that finds one user among two. */
const finds = (
  id: string,
  title: string,
  filter: (sent: Readonly<Record<string, unknown>>) => string,
  section: string,
) =>
  probe(`list-users-${id}`, title, async (t) => {
    const wanted = await t.user();
    await t.user();
    const answer = await t.call('GET', filtered('Users', filter(wanted.sent)));
    t.expect('The status', answer, answer.status, rfc('7644, 3.4.2', is(200)));
    t.expect('Who is found', answer, idsIn(answer), rfc(section, is([wanted.id])));
    t.expect('How many there are', answer, objectOf(answer.body).totalResults, rfc('7644, 3.4.2', is(1)));
  });

/** A filter that AWS leaves out; whoever has it finds one user by it. */
const leftOut = (id: string, title: string, filter: (sent: Readonly<Record<string, unknown>>) => string) =>
  probe(`list-users-${id}`, title, async (t) => {
    const { sent } = await t.user();
    const answer = await t.call('GET', filtered('Users', filter(sent)));
    // Filters are optional, and refused by 400 or 501 where they are left out.
    t.expect(
      'The status',
      answer,
      answer.status,
      rfc('7644, 3.4.2.2', oneOf(200, 400, 501)),
      aws('Limitations', is(400)),
    );
  });

const broken = (id: string, title: string, filter: string) =>
  probe(`list-users-${id}`, title, async (t) => {
    const answer = await t.call('GET', filtered('Users', filter));
    t.expect('The status', answer, answer.status, rfc('7644, 3.4.2.2', is(400)));
    t.expect(
      'The kind of error',
      answer,
      objectOf(answer.body).scimType,
      rfc('7644, 3.12', is('invalidFilter')),
      openAtAws,
    );
  });

const missing = (id: string, title: string, run: (t: Probe, target: string) => Promise<ScimAnswer>) =>
  probe(`${id}-missing`, title, async (t) => {
    const answer = await run(t, '/Users/00000000-0000-4000-8000-000000000000');
    t.expect('The status', answer, answer.status, rfc('7644, 3.12', is(404)));
  });

/** People are read, found and removed. */
export const readUsers = [
  missing('get-user', 'Nobody is told who is not there', (t, target) => t.call('GET', target)),
  missing('delete-user', 'Nobody is removed who is not there', (t, target) => t.call('DELETE', target)),
  probe('get-user-odd-id', 'An id that is none is not found', async (t) => {
    const answer = await t.call('GET', '/Users/..%2F..%2Fetc%2Fpasswd');
    t.expect('The status', answer, answer.status, rfc('7644, 3.12', refused));
  }),
  probe('delete-user', 'A user who is removed is gone', async (t) => {
    const { id, sent } = await t.user();
    const target = `/Users/${encodeURIComponent(id)}`;
    const removed = await t.call('DELETE', target);
    const read = await t.call('GET', target);
    const again = await t.call('DELETE', target);
    const found = await t.call('GET', filtered('Users', `userName eq "${String(sent.userName)}"`));
    t.expect('The status', removed, removed.status, rfc('7644, 3.6', is(204)));
    t.expect('The status of reading', read, read.status, rfc('7644, 3.6', is(404)));
    t.expect('The status of removing again', again, again.status, rfc('7644, 3.6', is(404)));
    t.expect('Who is found', found, idsIn(found), rfc('7644, 3.6', is([])));
  }),
  probe('delete-user-name-free', 'The name of a user who was removed is free', async (t) => {
    const first = await t.user();
    await t.call('DELETE', `/Users/${encodeURIComponent(first.id)}`);
    const second = await t.postUser({ userName: first.sent.userName, externalId: first.sent.externalId });
    t.expect('The status', second, second.status, rfc('7644, 3.6', is(201)));
    t.expect(
      'Whether the id is another',
      second,
      textAt(second.body, 'id') !== first.id,
      rfc('7643, 3.1', is(true)),
    );
  }),
  probe('list-users', 'Users are listed in the form of lists', async (t) => {
    await t.user();
    const answer = await t.call('GET', '/Users');
    const body = objectOf(answer.body);
    t.expect('The status', answer, answer.status, rfc('7644, 3.4.2', is(200)));
    t.expect('The schemas', answer, body.schemas, rfc('7644, 3.4.2', has([schemas.list])));
    t.expect('What totalResults is', answer, typeof body.totalResults, rfc('7644, 3.4.2', is('number')));
    t.expect(
      'Whether somebody is listed',
      answer,
      listOf(body.Resources).length > 0,
      rfc('7644, 3.4.2', is(true)),
    );
  }),
  finds(
    'by-name',
    'A user is found by userName',
    ({ userName }) => `userName eq "${String(userName)}"`,
    '7644, 3.4.2.2',
  ),
  finds(
    'by-name-other-case',
    'A user is found by userName in another case',
    ({ userName }) => `userName eq "${String(userName).toUpperCase()}"`,
    '7643, 4.1.1',
  ),
  finds(
    'by-external-id',
    'A user is found by externalId',
    ({ externalId }) => `externalId eq "${String(externalId)}"`,
    '7644, 3.4.2.2',
  ),
  finds(
    'words-in-other-case',
    'Attribute and operator are written in another case',
    ({ userName }) => `USERNAME EQ "${String(userName)}"`,
    '7644, 3.4.2.2',
  ),
  probe('list-users-nobody', 'A filter that fits nobody finds nobody', async (t) => {
    const answer = await t.call('GET', filtered('Users', `userName eq "${t.name()}"`));
    t.expect('The status', answer, answer.status, rfc('7644, 3.4.2', is(200)));
    t.expect('How many there are', answer, objectOf(answer.body).totalResults, rfc('7644, 3.4.2', is(0)));
    t.expect('Who is found', answer, idsIn(answer), rfc('7644, 3.4.2', is([])));
  }),
  probe('list-users-quotes', 'A quote in a filter is read as a letter', async (t) => {
    const externalId = `${t.name()} "x" \\ y`;
    const wanted = await t.user({ externalId });
    const answer = await t.call('GET', filtered('Users', `externalId eq ${JSON.stringify(externalId)}`));
    t.expect('Who is found', answer, idsIn(answer), rfc('7644, 3.4.2.2', is([wanted.id])));
  }),
  probe('list-users-value-like-filter', 'A value that looks like a filter is a value', async (t) => {
    await t.user();
    const answer = await t.call(
      'GET',
      filtered('Users', 'userName eq "x\\" or userName pr or userName eq \\"x"'),
    );
    t.expect('Who is found', answer, idsIn(answer), rfc('7644, 3.4.2.2', is([])));
  }),
  leftOut(
    'starts-with',
    'Users are looked for by the beginning of a name',
    ({ userName }) => `userName sw "${String(userName).slice(0, 20)}"`,
  ),
  leftOut(
    'contains',
    'Users are looked for by a part of a name',
    ({ userName }) => `userName co "${String(userName).slice(3, 20)}"`,
  ),
  leftOut(
    'or',
    'Users are looked for by one thing or another',
    ({ userName }) => `userName eq "${String(userName)}" or userName eq "nobody"`,
  ),
  leftOut('not', 'Users are looked for by what they are not', () => 'not (userName eq "nobody")'),
  leftOut('present', 'Users are looked for by what they have', () => 'title pr'),
  broken('filter-broken', 'A filter without operator is refused', 'userName'),
  broken('filter-unfinished', 'A filter whose value does not end is refused', 'userName eq "x'),
  broken(
    'filter-unknown-operator',
    'A filter with an operator that there is not is refused',
    'userName is "x"',
  ),
  probe('list-users-one', 'One user is asked for, and one is told', async (t) => {
    await t.user();
    await t.user();
    const answer = await t.call('GET', '/Users?count=1');
    t.expect('The status', answer, answer.status, rfc('7644, 3.4.2.4', is(200)));
    t.expect('How many are told', answer, idsIn(answer).length, rfc('7644, 3.4.2.4', is(1)));
    t.expect('itemsPerPage', answer, objectOf(answer.body).itemsPerPage, rfc('7644, 3.4.2.4', is(1)));
  }),
  probe('list-users-count-zero', 'Nobody is asked for, only how many there are', async (t) => {
    const answer = await t.call('GET', '/Users?count=0');
    t.expect('The status', answer, answer.status, rfc('7644, 3.4.2.4', is(200)), aws(page, is(400)));
  }),
  probe('list-users-count-large', 'More are asked for than a page holds', async (t) => {
    const answer = await t.call('GET', '/Users?count=1000');
    t.expect('The status', answer, answer.status, rfc('7644, 3.4.2.4', is(200)), aws(page, is(400)));
  }),
  probe('list-users-cursor', 'Pages are turned by the cursor, and nobody is told twice', async (t) => {
    const made = [await t.user(), await t.user(), await t.user()].map(({ id }) => id);
    const told: (string | undefined)[] = [];
    let cursor: string | undefined = '';
    let answer: ScimAnswer | undefined;
    // A directory of somebody's own may be large: only so much of it is read.
    for (let page = 0; page < 50 && cursor !== undefined; page++) {
      answer = await t.call(
        'GET',
        `/Users?count=${page === 0 ? 1 : 100}&cursor=${encodeURIComponent(cursor)}`,
      );
      told.push(...idsIn(answer));
      cursor = textAt(answer.body, 'nextCursor');
    }
    if (answer === undefined) return;
    t.expect('The status', answer, answer.status, aws(page, is(200)));
    t.expect('How many are told twice', answer, told.length - new Set(told).size, aws(page, is(0)));
    if (cursor !== undefined) return;
    t.expect(
      'How many of the new users are left out',
      answer,
      made.filter((id) => !told.includes(id)).length,
      aws(page, is(0)),
    );
  }),
  probe('list-users-cursor-broken', 'A cursor that nobody gave is refused', async (t) => {
    const answer = await t.call('GET', '/Users?cursor=no%20such%20cursor');
    t.expect('The status', answer, answer.status, aws(page, is(400)));
  }),
  probe('list-users-attributes', 'Only some attributes are asked for', async (t) => {
    const { sent } = await t.user();
    const answer = await t.call(
      'GET',
      filtered('Users', `userName eq "${String(sent.userName)}"`, '&attributes=userName'),
    );
    const [found] = listOf(objectOf(answer.body).Resources);
    t.expect('The status', answer, answer.status, rfc('7644, 3.9', is(200)), openAtAws);
    t.expect(
      'The userName',
      answer,
      objectOf(found).userName,
      rfc('7644, 3.9', is(sent.userName)),
      openAtAws,
    );
    t.expect('The displayName', answer, objectOf(found).displayName, rfc('7644, 3.9', absent), openAtAws);
  }),
  probe('users-unsupported-method', 'All users at once are not overwritten', async (t) => {
    const answer = await t.call('PUT', '/Users', { body: {} });
    t.expect('The status', answer, answer.status, rfc('7644, 3.2', refused));
  }),
  probe('get-user-again', 'The same is told twice', async (t) => {
    const { id } = await t.user();
    const first = await t.call('GET', `/Users/${encodeURIComponent(id)}`);
    const second = await t.call('GET', `/Users/${encodeURIComponent(id)}`);
    t.expect('The status', first, first.status, rfc('7644, 3.4.1', accepted));
    t.expect('The second answer', second, second.body, rfc('7644, 3.4.1', is(first.body)));
  }),
];
