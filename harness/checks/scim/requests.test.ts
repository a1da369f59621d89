import type { ScimExchange, ScimRecord } from '../../model/scim-records.ts';
import { changeExchange, type Which } from '../../mutations/scim/_exchanges.ts';
import basicAuthentication from '../../mutations/scim/basic-authentication.ts';
import bulk from '../../mutations/scim/bulk.ts';
import changeRefused from '../../mutations/scim/change-refused.ts';
import conflictIgnored from '../../mutations/scim/conflict-ignored.ts';
import filterByPart from '../../mutations/scim/filter-by-part.ts';
import filterByTitle from '../../mutations/scim/filter-by-title.ts';
import groupPut from '../../mutations/scim/group-put.ts';
import noToken from '../../mutations/scim/no-token.ts';
import pageTooLarge from '../../mutations/scim/page-too-large.ts';
import pagingByIndex from '../../mutations/scim/paging-by-index.ts';
import plainText from '../../mutations/scim/plain-text.ts';
import slashDoubled from '../../mutations/scim/slash-doubled.ts';
import slashMissing from '../../mutations/scim/slash-missing.ts';
import tokenExpired from '../../mutations/scim/token-expired.ts';
import tokenInAddress from '../../mutations/scim/token-in-address.ts';
import { changed, checkTester } from '../check-tester.ts';
import accepted from './accepted.ts';
import baseUrl from './base-url.ts';
import bearerToken from './bearer-token.ts';
import endpoint from './endpoint.ts';
import filter from './filter.ts';
import mediaType from './media-type.ts';
import paging from './paging.ts';

const scim = (apply: (record: ScimRecord) => ScimRecord) => changed({ on: 'scim', apply });
const request = (which: Which, change: Partial<ScimExchange>) =>
  scim((record) => changeExchange(record, which, change));
const look: Which = { operation: 'ListUsers', saying: 'filter' };
const filtering = (text: string) => ({ target: `/Users?filter=${encodeURIComponent(text)}` });
const nothing = scim((record) => ({ ...record, exchanges: [] }));
const only = (...operations: readonly string[]) =>
  scim((record) => ({
    ...record,
    exchanges: record.exchanges.filter(({ operation }) => operations.includes(operation)),
  }));

checkTester(accepted, {
  passes: [
    {
      name: 'what is deleted is gone already',
      given: request({ operation: 'DeleteUser' }, { status: 404 }),
    },
    {
      name: 'a conflict is looked into',
      given: request({ operation: 'CreateUser', saying: 'carol' }, { status: 409 }),
    },
    {
      name: 'the service fails, which is another matter',
      given: request({ operation: 'PatchUser' }, { status: 503 }),
    },
  ],
  fails: [
    { given: tokenExpired, message: 'token', where: { path: '/exchanges/12/status' } },
    { given: changeRefused, message: 'refused' },
    { given: conflictIgnored, message: 'refused' },
    {
      name: 'what is changed is not there',
      given: request({ operation: 'PatchUser' }, { status: 404 }),
      message: 'refused',
    },
  ],
  notApplicable: [nothing],
});

checkTester(baseUrl, {
  passes: [
    {
      name: 'two slashes are in a filter alone',
      given: request(look, filtering('externalId eq "https://example.com/alice"')),
    },
    {
      name: 'a filter has two slashes that are not encoded',
      given: request(look, { target: '/Users?filter=externalId eq "a//b"' }),
    },
  ],
  fails: [
    { given: slashDoubled, message: 'doubled', where: { path: '/exchanges/0/target' } },
    { given: slashMissing, message: 'glued' },
    {
      name: 'the slash too many comes later',
      given: request({ operation: 'DeleteUser' }, { target: '/Users//1' }),
      message: 'doubled',
    },
  ],
  notApplicable: [nothing],
});

checkTester(bearerToken, {
  passes: [
    { name: 'a filter speaks of a token', given: request(look, filtering('externalId eq "access_token"')) },
  ],
  fails: [
    { given: noToken, message: 'missing', where: { path: '/exchanges/12/authorization' } },
    { given: basicAuthentication, message: 'missing' },
    { given: tokenInAddress, message: 'address', where: { path: '/exchanges/7/target' } },
    {
      name: 'the parameter is spelled otherwise',
      given: request(look, { target: '/Users?Authorization=Bearer%20secret' }),
      message: 'address',
    },
  ],
  notApplicable: [nothing],
});

checkTester(endpoint, {
  passes: [
    {
      name: 'a path is joined wrongly, which another check tells',
      given: slashDoubled,
    },
    {
      name: 'the descriptions of the service are read',
      given: request({ operation: 'ListGroups' }, { operation: 'ListSchemas', target: '/Schemas' }),
    },
  ],
  fails: [
    { given: groupPut, message: 'put-group' },
    { given: bulk, message: 'unknown' },
    {
      name: 'a search is sent by POST',
      given: request(look, { operation: 'Unknown', method: 'POST', target: '/Users/.search' }),
      message: 'unknown',
    },
  ],
  notApplicable: [nothing],
});

checkTester(filter, {
  passes: [
    { name: 'names are in another case', given: request(look, filtering('USERNAME EQ "alice"')) },
    { name: 'the value is not easy', given: request(look, filtering('userName eq "a\\"b and c"')) },
    {
      name: 'a manager is asked for',
      given: request(look, filtering('id eq "1" and manager eq "2"')),
    },
    {
      name: 'the schema is named',
      given: request(
        look,
        filtering('urn:ietf:params:scim:schemas:core:2.0:User:userName eq "alice@example.com"'),
      ),
    },
  ],
  fails: [
    { given: filterByPart, message: 'operator', where: { path: '/exchanges/5/target' } },
    { given: filterByTitle, message: 'combination' },
    {
      name: 'there is a choice',
      given: request(look, filtering('userName eq "a" or userName eq "b"')),
      message: 'operator',
    },
    {
      name: 'the value is not quoted',
      given: request(look, filtering('userName eq a')),
      message: 'operator',
    },
    { name: 'there is nothing in it', given: request(look, filtering('')), message: 'operator' },
    {
      name: 'two attributes are asked for that do not go together',
      given: request(look, filtering('userName eq "a" and externalId eq "b"')),
      message: 'combination',
    },
  ],
  notApplicable: [nothing, only('CreateUser')],
});

checkTester(mediaType, {
  passes: [
    {
      name: 'plain JSON is named, with its characters',
      given: request({ operation: 'CreateUser' }, { contentType: 'Application/JSON; charset=utf-8' }),
    },
  ],
  fails: [
    { given: plainText, message: 'other' },
    {
      name: 'no type is named',
      given: scim((record) => ({
        ...record,
        exchanges: record.exchanges.map(({ contentType: _, ...exchange }) => exchange),
      })),
      message: 'other',
    },
  ],
  notApplicable: [nothing, only('ListUsers', 'DeleteUser')],
});

checkTester(paging, {
  passes: [
    {
      name: 'startIndex is 1, which changes nothing',
      given: request(look, { target: '/Users?startIndex=1&count=100' }),
    },
    { name: 'no size is named', given: request(look, { target: '/Users?cursor=' }) },
  ],
  fails: [
    { given: pagingByIndex, message: 'start-index' },
    { given: pageTooLarge, message: 'count' },
    {
      name: 'pages have no size at all',
      given: request(look, { target: '/Users?count=0' }),
      message: 'count',
    },
    {
      name: 'the size is no number',
      given: request(look, { target: '/Users?count=many' }),
      message: 'count',
    },
  ],
  notApplicable: [nothing, only('CreateUser')],
});
