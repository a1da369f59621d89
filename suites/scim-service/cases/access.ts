import { aws, is, refused, rfc } from '../../../harness/flows/scim-probe/claims.ts';
import { listOf, objectOf } from '../../../harness/scim/read-requests.ts';
import { filtered, probe } from './define.ts';

const unauthorized = [rfc('7644, 2', is(401)), aws('CreateUser', is(401))];

/** Who is let in. */
export const access = [
  probe('access-no-token', 'Without a token nothing is told', async (t) => {
    const answer = await t.call('GET', '/Users', { token: 'none' });
    t.expect('The status', answer, answer.status, ...unauthorized);
  }),
  probe('access-wrong-token', 'With another token nothing is told', async (t) => {
    const answer = await t.call('GET', '/Users', { token: 'wrong' });
    t.expect('The status', answer, answer.status, ...unauthorized);
  }),
  probe('access-basic', 'A name and a password are no token', async (t) => {
    const answer = await t.call('GET', '/Users', { authorization: 'Basic YWRtaW46YWRtaW4=' });
    t.expect('The status', answer, answer.status, ...unauthorized);
  }),
  probe('access-empty-token', 'An empty token is no token', async (t) => {
    const answer = await t.call('GET', '/Users', { authorization: 'Bearer ' });
    t.expect('The status', answer, answer.status, ...unauthorized);
  }),
  probe('access-discovery', 'What the service can do is told to whoever has the token', async (t) => {
    const answer = await t.call('GET', '/ServiceProviderConfig', { token: 'none' });
    t.expect('The status', answer, answer.status, aws('ServiceProviderConfig', is(401)));
  }),
  probe('access-other-tenant', 'The token of one tenant does not open another', async (t) => {
    const answer = await t.call('GET', '/00000000-0000-4000-8000-000000000000/scim/v2/Users', {
      elsewhere: true,
    });
    t.expect('The status', answer, answer.status, rfc('7644, 2', refused), aws('CreateUser', is(401)));
  }),
  probe('access-nothing-made', 'What is refused for the token is not done', async (t) => {
    const userName = `${t.name()}@example.com`;
    const body = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName,
      displayName: 'Probe',
      name: { givenName: 'Probe', familyName: 'Probe' },
    };
    const refusal = await t.call('POST', '/Users', { token: 'wrong', body });
    const look = await t.call('GET', filtered('Users', `userName eq "${userName}"`));
    t.expect('The status', refusal, refusal.status, ...unauthorized);
    t.expect('Who is there', look, listOf(objectOf(look.body).Resources).length, rfc('7644, 2', is(0)));
  }),
];
