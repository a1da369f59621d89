import { aws, has, is, present, refused, rfc } from '../../../harness/flows/scim-probe/claims.ts';
import { schemas } from '../../../harness/flows/scim-probe/probe.ts';
import { listOf, objectOf } from '../../../harness/scim/read-requests.ts';
import { probe } from './define.ts';

const configuration = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';

/** What the service says about itself. */
export const discovery = [
  probe('discovery-configuration', 'The service describes what it can do', async (t) => {
    const answer = await t.call('GET', '/ServiceProviderConfig');
    const body = objectOf(answer.body);
    t.expect('The status', answer, answer.status, rfc('7644, 4', is(200)));
    t.expect('The schemas', answer, body.schemas, rfc('7643, 5', has([configuration])));
    for (const option of ['patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag'])
      t.expect(
        `What it says of ${option}`,
        answer,
        objectOf(body[option]).supported,
        rfc('7643, 5', present),
      );
    t.expect(
      'The ways to authenticate',
      answer,
      listOf(body.authenticationSchemes)[0],
      rfc('7643, 5', present),
      aws('ServiceProviderConfig', has({ type: 'oauthbearertoken' })),
    );
    t.expect(
      'Whether it takes changes',
      answer,
      body.patch,
      rfc('7643, 5', has({})),
      aws('ServiceProviderConfig', has({ supported: true })),
    );
  }),
  probe('discovery-resource-types', 'The service names its kinds of resources', async (t) => {
    const answer = await t.call('GET', '/ResourceTypes');
    const types = listOf(objectOf(answer.body).Resources);
    t.expect('The status', answer, answer.status, rfc('7644, 4', is(200)));
    t.expect(
      'The kind of users',
      answer,
      types,
      rfc('7643, 6', has([{ name: 'User', endpoint: '/Users', schema: schemas.user }])),
    );
    t.expect(
      'The kind of groups',
      answer,
      types,
      rfc('7643, 6', has([{ name: 'Group', endpoint: '/Groups', schema: schemas.group }])),
    );
  }),
  probe('discovery-schemas', 'The service describes its schemas', async (t) => {
    const answer = await t.call('GET', '/Schemas');
    const found = listOf(objectOf(answer.body).Resources).map((one) => objectOf(one).id);
    t.expect('The status', answer, answer.status, rfc('7644, 4', is(200)));
    t.expect('The schemas', answer, found, rfc('7643, 7', has([schemas.user, schemas.group])));
  }),
  probe('discovery-schema', 'One schema is told by its id', async (t) => {
    const answer = await t.call('GET', `/Schemas/${schemas.user}`);
    const body = objectOf(answer.body);
    const attributes = listOf(body.attributes);
    t.expect('The status', answer, answer.status, rfc('7644, 4', is(200)));
    t.expect('The id', answer, body.id, rfc('7643, 7', is(schemas.user)));
    t.expect(
      'What it says of userName',
      answer,
      attributes,
      rfc('7643, 8.7.1', has([{ name: 'userName', required: true, multiValued: false }])),
    );
  }),
  probe('discovery-schema-unknown', 'A schema that there is not is not told', async (t) => {
    const answer = await t.call('GET', '/Schemas/urn:countersign:no-such-schema');
    t.expect('The status', answer, answer.status, rfc('7644, 4', is(404)));
  }),
  probe('discovery-not-changed', 'What the service says of itself is not changed', async (t) => {
    const answer = await t.call('POST', '/ServiceProviderConfig', { body: { schemas: [configuration] } });
    t.expect('The status', answer, answer.status, rfc('7644, 4', refused));
  }),
];
