import type { ScimExchange, ScimRecord } from '../../model/scim-records.ts';
import { changeExchange, replaceExchange, type Which } from '../../mutations/scim/_exchanges.ts';
import createRepeated from '../../mutations/scim/create-repeated.ts';
import failedAndGivenUp from '../../mutations/scim/failed-and-given-up.ts';
import lostAndGivenUp from '../../mutations/scim/lost-and-given-up.ts';
import retryTooEarly from '../../mutations/scim/retry-too-early.ts';
import throttledAndGivenUp from '../../mutations/scim/throttled-and-given-up.ts';
import { changed, checkTester } from '../check-tester.ts';
import createAfterLoss from './create-after-loss.ts';
import retry from './retry.ts';
import retryAfter from './retry-after.ts';

const scim = (apply: (record: ScimRecord) => ScimRecord) => changed({ on: 'scim', apply });
const keep = (isKept: (exchange: ScimExchange) => boolean) =>
  scim((record) => ({ ...record, exchanges: record.exchanges.filter(isKept) }));
const twice = (which: Which, first: Partial<ScimExchange>) =>
  scim((record) => replaceExchange(record, which, (exchange) => [{ ...exchange, ...first }, exchange]));
const calm = keep(({ status, lost }) => status < 400 && lost === undefined);
const lookByExternalId: Which = { operation: 'ListUsers', saying: 'filter' };

checkTester(retry, {
  passes: [
    { name: 'a deletion is repeated', given: twice({ operation: 'DeleteUser' }, { status: 503 }) },
    {
      name: 'it takes three attempts',
      given: scim((record) =>
        replaceExchange(record, { operation: 'PatchUser' }, (exchange) => [
          { ...exchange, status: 429 },
          { ...exchange, lost: { performed: true } },
          exchange,
        ]),
      ),
    },
    {
      name: 'members are looked at after a lost answer',
      given: scim((record) =>
        changeExchange(
          record,
          { operation: 'PatchGroup', saying: 'add' },
          {
            lost: { performed: true },
          },
        ),
      ),
    },
  ],
  fails: [
    { given: throttledAndGivenUp, message: 'given-up' },
    { given: failedAndGivenUp, message: 'given-up' },
    { given: lostAndGivenUp, message: 'given-up' },
    {
      name: 'the repetition is another request',
      given: scim((record) =>
        replaceExchange(record, { operation: 'DeleteUser' }, (exchange) => [
          { ...exchange, status: 500 },
          { ...exchange, target: '/Users/other' },
        ]),
      ),
      message: 'given-up',
    },
    {
      name: 'the last of several attempts fails too',
      given: scim((record) =>
        replaceExchange(record, { operation: 'DeleteUser' }, (exchange) => [
          { ...exchange, status: 500 },
          { ...exchange, status: 500 },
        ]),
      ),
      message: 'given-up',
    },
  ],
  notApplicable: [calm],
});

checkTester(retryAfter, {
  passes: [
    {
      name: 'the service asks for no time at all',
      given: scim((record) =>
        changeExchange(record, { operation: 'CreateUser', saying: 'bob' }, { retryAfter: 0 }),
      ),
    },
    {
      name: 'nothing follows',
      given: scim((record) => ({ ...record, exchanges: record.exchanges.slice(0, 3) })),
    },
  ],
  fails: [
    { given: retryTooEarly, message: 'early', where: { path: '/exchanges/3/at' } },
    {
      name: 'another request comes at once',
      given: scim((record) =>
        replaceExchange(record, { operation: 'CreateUser', saying: 'bob' }, (throttled) => [
          throttled,
          ...record.exchanges.slice(0, 1).map((look) => ({ ...look, at: throttled.at })),
        ]),
      ),
      message: 'early',
    },
  ],
  notApplicable: [calm],
});

checkTester(createAfterLoss, {
  passes: [
    {
      name: 'somebody else is made before the look',
      given: scim((record) =>
        replaceExchange(record, lookByExternalId, (look) => {
          const dan = record.exchanges.filter(({ body = '' }) => body.includes('dan.evans'));
          return [...dan, look];
        }),
      ),
    },
    {
      name: 'it is created again after the look',
      given: scim((record) => {
        const lost = record.exchanges.find((exchange) => exchange.lost !== undefined);
        if (lost === undefined) return record;
        const { lost: _, ...again } = lost;
        return replaceExchange(record, lookByExternalId, (look) => [look, again]);
      }),
    },
  ],
  fails: [
    { given: createRepeated, message: 'blind', where: { path: '/exchanges/5/body' } },
    {
      name: 'the service failed in between',
      given: twice({ operation: 'CreateUser', saying: 'dan' }, { status: 500 }),
      message: 'blind',
    },
    {
      name: 'a group is created again after a look at people',
      given: scim((record) =>
        replaceExchange(record, { operation: 'CreateGroup' }, (exchange) => [
          { ...exchange, lost: { performed: false } },
          ...record.exchanges.slice(0, 1),
          exchange,
        ]),
      ),
      message: 'blind',
    },
  ],
  notApplicable: [keep(({ operation }) => operation.startsWith('List'))],
});
