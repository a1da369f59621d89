import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metadataFor } from '../../../mocks/aws/testing/test-world.ts';
import { CountersignError } from '../../model/error.ts';
import type { PredictOptions } from './options.ts';
import {
  account,
  accountDetails,
  instant,
  issuer,
  makeKey,
  makePredictFiles,
  makeResponse,
  now,
  type PredictFiles,
  pairOf,
  provider,
  roleArn,
  roleDetail,
  sampleMapping,
  sampleRoles,
  sampleUsers,
} from './predict.test-data.ts';
import { makePrediction } from './predict.ts';
import type { PredictionReport } from './report.ts';

let files: PredictFiles;
let base: PredictOptions;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-predict-'));
  files = await makePredictFiles(folder);
  base = {
    here: folder,
    account: ['details.json'],
    providers: [],
    idpMetadata: 'idp.xml',
    responses: [],
    role: [],
    askSts: false,
    format: 'console',
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
/** Writes a file under a name of its own. */
const write = (content: string) => {
  count += 1;
  return files.write(`file-${count}.txt`, content);
};
const ask = (options: Partial<PredictOptions>) => makePrediction({ ...base, ...options }, now);
const withUsers = async (users: string, mapping: object = sampleMapping) => ({
  users: await write(users),
  mapping: await write(JSON.stringify(mapping)),
});
/** User and role, what becomes of them, and by which rule. */
const cellsOf = ({ rows }: PredictionReport) =>
  rows
    .filter(({ outcome }) => outcome !== 'not-listed')
    .map(({ user, role, outcome, reason }) => [user, role.replace(/.*:role\//, ''), reason?.rule ?? outcome]);
const errorOf = async (options: Partial<PredictOptions>) => {
  const error = await ask(options).catch((thrown: unknown) => thrown);
  if (!(error instanceof CountersignError)) throw new Error(`No error for the user: ${error}`);
  return error;
};
const assumptionsOf = ({ assumptions }: PredictionReport) => assumptions.map(({ id }) => id);

describe('for listed users', () => {
  test('it tells who can assume what, who cannot and by which rule', async () => {
    const report = await ask({ users: 'users.csv', mapping: 'mapping.json' });
    expect(cellsOf(report)).toEqual([
      ['alice@example.com', 'ReadOnly', 'can-assume'],
      ['alice@example.com', 'Engineer', 'can-assume'],
      ['bob@example.com', 'ReadOnly', 'can-assume'],
      ['bob@example.com', 'Billing', 'trust/assume'],
      ['carol@example.com', 'ReadOnly', 'can-assume'],
      ['carol@example.com', 'Billing', 'can-assume'],
      ['dave@example.com', 'Admin', 'trust/assume'],
      ['erin example', 'Engineer', 'session-name/pattern'],
    ]);
    expect(report.summary).toEqual({
      users: 6,
      roles: 4,
      canAssume: 5,
      refused: 3,
      notListed: 16,
      unpredicted: 0,
      usersWithoutRole: 1,
    });
    expect(report.verdict).toBe('fail');
    expect(report.leftOut).toEqual([roleArn('Lambda')]);
    expect(report.notes).toEqual([expect.stringMatching(/writes Role, RoleSessionName short/)]);
    expect(assumptionsOf(report)).toEqual([
      'providers-named',
      'response-fresh',
      'first-reason',
      'max-session-duration-unknown',
    ]);
  });

  test('it passes when each listed role can be assumed, and is inconclusive when none is listed', async () => {
    const good = await ask(await withUsers('email,roles\nalice@example.com,ReadOnly\n'));
    const nobody = await ask(await withUsers('email,roles\nfrank@example.com,\n'));
    expect([good.verdict, nobody.verdict]).toEqual(['pass', 'inconclusive']);
  });

  test('a wrongly written attribute name lists no role, which is never a pass', async () => {
    const { Role, ...rest } = sampleMapping;
    const report = await ask(await withUsers(sampleUsers, { ...rest, role: Role }));
    expect(report.verdict).toBe('inconclusive');
    expect(report.summary).toMatchObject({ canAssume: 0, refused: 0, usersWithoutRole: 6 });
  });

  test('a role that the account does not have, and a value that names no role, are refused as well', async () => {
    const users = 'email,roles\na@example.com,Gone\nb@example.com,"Read,Only"\n';
    const report = await ask(await withUsers(users));
    expect(cellsOf(report).map(([user, , rule]) => [user, rule])).toEqual([
      ['a@example.com', 'role/exists'],
      ['b@example.com', 'role/pair'],
    ]);
    expect(
      report.rows.find(({ user, outcome }) => user === 'b@example.com' && outcome === 'refused')?.role,
    ).toBe(pairOf('Read,Only'));
  });

  test('a faulty value refuses the role that it names, and none whose name only begins so', async () => {
    const more = [...sampleRoles, roleDetail('ReadOnlyToo')];
    const given = await write(accountDetails(...more));
    const mapping = { ...sampleMapping, Role: `${roleArn('ReadOnlyToo')} ${provider}` };
    const report = await ask({ account: [given], ...(await withUsers('email\na@example.com\n', mapping)) });
    expect(cellsOf(report)).toEqual([['a@example.com', 'ReadOnlyToo', 'role/pair']]);
  });

  test('roles of an account that no file tells are left open, and nothing is passed over them', async () => {
    const other = 'arn:aws:iam::999999999999';
    const mapping = { ...sampleMapping, Role: ['{roles}', `${other}:role/X,${other}:saml-provider/1Kosmos`] };
    const users = `email,roles\na@example.com,"${pairOf('ReadOnly')}"\n`;
    const report = await ask(await withUsers(users, mapping));
    expect(report.verdict).toBe('inconclusive');
    expect(report.unpredicted).toEqual([
      {
        user: 'a@example.com',
        role: `${other}:role/X`,
        why: 'No file tells the roles of account 999999999999.',
      },
    ]);
  });

  test('a role that is listed with two providers can be assumed if it can by either', async () => {
    const okta = `arn:aws:iam::${account}:saml-provider/Okta`;
    const mapping = { ...sampleMapping, Role: [pairOf('Admin'), pairOf('Admin', okta)] };
    const report = await ask(await withUsers('email\na@example.com\n', mapping));
    expect(cellsOf(report)).toEqual([['a@example.com', 'Admin', 'can-assume']]);
    expect(report.rows.find(({ outcome }) => outcome === 'can-assume')?.provider).toBe(okta);
  });

  test('several accounts are one table', async () => {
    const other = '210987654321';
    const theirs = `arn:aws:iam::${other}:saml-provider/1Kosmos`;
    const role = roleDetail('Engineer', { account: other, principal: { Federated: theirs } });
    const second = await write(accountDetails(role));
    const mapping = {
      ...sampleMapping,
      Role: [pairOf('Engineer'), `${roleArn('Engineer', other)},${theirs}`],
    };
    const report = await ask({
      account: ['details.json', second],
      ...(await withUsers('email\na@example.com\n', mapping)),
    });
    expect(report.rows.filter(({ outcome }) => outcome === 'can-assume').map(({ role: arn }) => arn)).toEqual(
      [roleArn('Engineer'), roleArn('Engineer', other)],
    );
  });

  test('the longest session comes from list-roles, and a longer one is refused', async () => {
    const list = await write(JSON.stringify({ Roles: [roleDetail('ReadOnly', { seconds: 7200 })] }));
    const options = {
      account: ['details.json', list],
      duration: 7200,
      ...(await withUsers('email,roles\na@example.com,ReadOnly;Engineer\n')),
    };
    expect(cellsOf(await ask(options))).toEqual([
      ['a@example.com', 'ReadOnly', 'can-assume'],
      ['a@example.com', 'Engineer', 'duration/maximum'],
    ]);
  });

  test('pages of one list are put together; without the last a role that is missing is left open', async () => {
    const page = async (role: object, marker?: string) =>
      write(
        JSON.stringify({
          RoleDetailList: [role],
          IsTruncated: marker !== undefined,
          ...(marker === undefined ? {} : { Marker: marker }),
        }),
      );
    const first = await page(roleDetail('ReadOnly'), 'AAIAAR7');
    const last = await page(roleDetail('Engineer'));
    const people = await withUsers('email,roles\na@example.com,ReadOnly;Engineer;Gone\n');
    const whole = await ask({ account: [first, last], ...people });
    expect(cellsOf(whole).map(([, role, rule]) => [role, rule])).toEqual([
      ['ReadOnly', 'can-assume'],
      ['Engineer', 'can-assume'],
      ['Gone', 'role/exists'],
    ]);
    expect(whole.notes.join()).not.toMatch(/IsTruncated/);
    const cut = await ask({ account: [first], ...people });
    expect(cut.unpredicted.map(({ role }) => role?.replace(/.*\//, ''))).toEqual(['Engineer', 'Gone']);
    expect(cut.notes.join()).toMatch(/AWS cut the list in "file-\d+\.txt" \(IsTruncated\) and no last page/);
  });

  test('recipient, audience, issuer and NameID are what the identity provider is set up to send', async () => {
    const users = 'email,roles\ncarol@example.com,Billing\n';
    const ruleOf = async (mapping: object, options: Partial<PredictOptions> = {}) =>
      cellsOf(
        await ask({ ...(await withUsers(users, { ...sampleMapping, ...mapping })), ...options }),
      )[0]?.[2];
    expect(await ruleOf({})).toBe('can-assume');
    expect(await ruleOf({}, { recipient: 'https://eu-west-1.signin.aws.amazon.com/saml' })).toBe(
      'trust/assume',
    );
    expect(await ruleOf({}, { recipient: 'https://example.com/saml' })).toBe('subject/recipient');
    expect(await ruleOf({ Audience: 'https://example.com' })).toBe('conditions/audience');
    expect(await ruleOf({ Issuer: 'https://example.com' })).toBe('response/issuer');
    expect(await ruleOf({ NameID: 'Carol' })).toBe('trust/assume');
  });
});

describe('for saved responses', () => {
  test('it reads what was signed, and judges each response when it was issued', async () => {
    const responses = [
      await write(makeResponse({ name: 'alice@example.com', roles: [pairOf('ReadOnly')], key: files.key })),
      await write(
        makeResponse({
          name: 'bob@example.com',
          roles: [pairOf('Billing')],
          key: files.key,
          issuedAt: now - 86_400_000,
        }),
      ),
    ];
    const report = await ask({ responses });
    expect(cellsOf(report)).toEqual([
      ['alice@example.com', 'ReadOnly', 'can-assume'],
      ['bob@example.com', 'Billing', 'trust/assume'],
    ]);
    expect(report.users.map(({ asOf }) => asOf)).toEqual([
      '2026-11-21T08:00:00.000Z',
      '2026-11-20T08:00:00.000Z',
    ]);
    expect(assumptionsOf(report)).toContain('judged-when-issued');
    const late = await ask({ responses, now: instant });
    expect(cellsOf(late)[1]?.[2]).toBe('time/redeem-window');
    expect(assumptionsOf(late)).not.toContain('judged-when-issued');
  });

  test('in every form that people save them in', async () => {
    const response = makeResponse({ name: 'alice@example.com', roles: [pairOf('ReadOnly')], key: files.key });
    const forms = [
      Buffer.from(response, 'base64').toString('utf8'),
      `RelayState=&SAMLResponse=${encodeURIComponent(response)}`,
      `<form><input name="SAMLResponse" value="${response}"></form>`,
      response.replace(/.{64}/g, '$&\r\n'),
    ];
    for (const form of forms) {
      const report = await ask({ responses: [await write(form)] });
      expect(report.verdict).toBe('pass');
    }
  });

  test('a signature by another key, and one of nobody, are refused', async () => {
    const roles = [pairOf('ReadOnly')];
    const stranger = await makeKey('Stranger');
    const signed = makeResponse({ name: 'a@example.com', roles, key: stranger });
    const bare = Buffer.from(signed, 'base64')
      .toString('utf8')
      .replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '');
    const report = await ask({ responses: [await write(signed), await write(bare)] });
    expect(cellsOf(report).map(([, , rule]) => rule)).toEqual(['response/signature', 'response/signature']);
    expect(report.users[0]?.name).toMatch(/^a@example\.com \(file-\d+\.txt\)$/);
  });

  test('each provider verifies with its own certificates', async () => {
    const other = await makeKey('Other');
    const okta = `arn:aws:iam::${account}:saml-provider/Okta`;
    const list = { SAMLProviderList: [{ Arn: provider }, { Arn: okta }] };
    const ofOkta = { SAMLMetadataDocument: metadataFor(issuer, [other.certificateDer]) };
    const roles = [pairOf('ReadOnly'), pairOf('Admin', okta)];
    const report = await ask({
      providers: [await write(JSON.stringify(list)), `Okta=${await write(JSON.stringify(ofOkta))}`],
      responses: [await write(makeResponse({ name: 'a@example.com', roles, key: files.key }))],
    });
    expect(cellsOf(report)).toEqual([
      ['a@example.com', 'ReadOnly', 'can-assume'],
      ['a@example.com', 'Admin', 'response/signature'],
    ]);
    expect(assumptionsOf(report)).toContain('metadata-as-given');
  });

  test('a response longer than STS takes is refused for every role', async () => {
    const more = `<!--${'x'.repeat(80_000)}-->`;
    const long = makeResponse({ name: 'a@example.com', roles: [pairOf('ReadOnly')], key: files.key, more });
    expect(cellsOf(await ask({ responses: [await write(long)] }))).toEqual([
      ['a@example.com', 'ReadOnly', 'request/constraints'],
    ]);
  });

  test('an encrypted assertion leaves everything open', async () => {
    const xml = Buffer.from(
      makeResponse({ name: 'a@example.com', roles: [pairOf('ReadOnly')], key: files.key }),
      'base64',
    )
      .toString('utf8')
      .replace(/<saml:Assertion[\s\S]*<\/saml:Assertion>/, '<saml:EncryptedAssertion/>');
    const file = await write(xml);
    const report = await ask({ responses: [file] });
    expect(report.verdict).toBe('inconclusive');
    expect(report.unpredicted).toEqual([{ user: file, why: expect.stringMatching(/encrypted/) }]);
  });
});

describe('SAML providers', () => {
  const alice = 'email,roles\nalice@example.com,ReadOnly\n';
  const ruleOf = async (options: Partial<PredictOptions>) =>
    cellsOf(await ask({ ...(await withUsers(alice)), ...options }))[0]?.[2];
  const list = (...arns: string[]) => JSON.stringify({ SAMLProviderList: arns.map((Arn) => ({ Arn })) });
  const document = (entityId: string, der: string, more: object = {}) =>
    JSON.stringify({ SAMLMetadataDocument: metadataFor(entityId, [der]), ...more });

  test('that are not in the list are told', async () => {
    const okta = `arn:aws:iam::${account}:saml-provider/Okta`;
    expect(await ruleOf({ providers: [await write(list(okta))] })).toBe('provider/exists');
    expect(await ruleOf({ providers: [await write(list(okta, provider))] })).toBe('can-assume');
  });

  test('have their own metadata before that of the identity provider', async () => {
    const { certificateDer } = files.key;
    const own = await write(document('https://other.example', certificateDer));
    expect(await ruleOf({ providers: [`1Kosmos=${own}`] })).toBe('response/issuer');
    expect(await ruleOf({ providers: [`${provider}=${own}`] })).toBe('response/issuer');
    const stale = await write(document(issuer, (await makeKey('Former')).certificateDer));
    expect(await ruleOf({ providers: [`1Kosmos=${stale}`] })).toBe('response/signature');
  });

  test('suffice without metadata of the identity provider', async () => {
    const file = await write(document(issuer, files.key.certificateDer));
    const { idpMetadata, ...rest } = base;
    expect(idpMetadata).toBe('idp.xml');
    const options = { ...rest, providers: [`1Kosmos=${file}`], ...(await withUsers(alice)) };
    expect((await makePrediction(options, now)).verdict).toBe('pass');
  });

  test('that require encryption are taken to get it, which is told', async () => {
    const uuid = 'EXAMPLE1KOSMOSUUID12345678';
    const more = { AssertionEncryptionMode: 'Required', SAMLProviderUUID: uuid };
    const file = await write(document(issuer, files.key.certificateDer, more));
    const role = roleDetail('ReadOnly', {
      condition: { 'SAML:aud': `https://us-east-1.signin.aws.amazon.com/saml/acs/${uuid}` },
    });
    const report = await ask({
      ...(await withUsers(alice)),
      account: [await write(accountDetails(role))],
      providers: [`1Kosmos=${file}`],
      recipient: `https://us-east-1.signin.aws.amazon.com/saml/acs/${uuid}`,
    });
    expect(report.verdict).toBe('pass');
    expect(assumptionsOf(report)).toContain('encrypted-as-required');
  });

  test('whose metadata has expired are a note', async () => {
    const text = JSON.stringify({
      SAMLProviderList: [{ Arn: provider, ValidUntil: '2026-01-01T00:00:00Z' }],
    });
    const report = await ask({ ...(await withUsers(alice)), providers: [await write(text)] });
    expect(report.notes).toContain(`The metadata of ${provider} was valid until 2026-01-01T00:00:00Z.`);
  });
});

describe('what cannot be used is one sentence with its place', () => {
  const users = { users: 'users.csv', mapping: 'mapping.json' };

  test.each([
    ['{\n  "RoleDetailList": [\n    {]\n', /^file-\d+\.txt:3:6: It is not JSON: “]” cannot stand here\.$/],
    ['{"Users": []}', /^file-\d+\.txt:1:1: There is no RoleDetailList, Roles or Role/],
    ['{"Roles": [{"Arn": "x"}]}', /^file-\d+\.txt:1:12: Arn is “x”, not the ARN of a role\.$/],
  ])('an account such as %j', async (text, message) => {
    expect((await errorOf({ ...users, account: [await write(text)] })).message).toMatch(message);
  });

  test('a trust policy that cannot be read is only a note, since its role is refused for it', async () => {
    const broken = { ...roleDetail('ReadOnly'), AssumeRolePolicyDocument: { Statement: [] } };
    const report = await ask({
      account: [await write(accountDetails(broken))],
      ...(await withUsers('email,roles\na@example.com,ReadOnly\n')),
    });
    expect(cellsOf(report)[0]?.[2]).toBe('trust/readable');
    expect(report.notes[0]).toMatch(/^file-\d+\.txt:\d+:\d+: The trust policy of ReadOnly cannot be read/);
  });

  test.each([
    ['<a>', /^file-\d+\.txt:1:\d+: /],
    ['<a/>', /^file-\d+\.txt:1:1: It is no metadata of an identity provider/],
    ['', /^file-\d+\.txt:1:1: /],
  ])('metadata such as %j', async (text, message) => {
    expect((await errorOf({ ...users, idpMetadata: await write(text) })).message).toMatch(message);
  });

  test.each([
    ['hello, world', /^file-\d+\.txt:1:1: The message is not base64/],
    ['', /^file-\d+\.txt:1:1: There is no message/],
    ['<a/>', /^file-\d+\.txt:1:1: It is no SAML Response: its root is a\.$/],
    ['<!DOCTYPE a><a/>', /^file-\d+\.txt:1:\d+: .*DOCTYPE/],
  ])('a response such as %j', async (text, message) => {
    expect((await errorOf({ responses: [await write(text)] })).message).toMatch(message);
  });

  test('a provider that may be any of several', async () => {
    const file = await write(
      JSON.stringify({ SAMLMetadataDocument: metadataFor(issuer, [files.key.certificateDer]) }),
    );
    const error = await errorOf({ ...users, providers: [file] });
    expect(error.message).toMatch(/does not say which provider it belongs to/);
    expect(error.next).toContain(`--providers ARN=${file}, with one of ${provider}, `);
    expect((await errorOf({ ...users, providers: [`Nobody=${file}`] })).message).toMatch(
      /"Nobody" is the name of no/,
    );
  });

  test('files that are not there, no text, or in two partitions', async () => {
    expect((await errorOf({ ...users, account: ['none.json'] })).message).toBe(
      '"none.json" cannot be read: there is no such file.',
    );
    await files.write('latin1.json', new Uint8Array([0x7b, 0xe9, 0x7d]));
    expect((await errorOf({ ...users, account: ['latin1.json'] })).message).toMatch(/is not UTF-8/);
    const china = accountDetails({ ...roleDetail('A'), Arn: 'arn:aws-cn:iam::123456789012:role/A' });
    expect((await errorOf({ ...users, account: ['details.json', await write(china)] })).message).toMatch(
      /several partitions of AWS: aws, aws-cn/,
    );
  });

  test('the UTF-16 that PowerShell writes is read', async () => {
    const text = `\ufeff${accountDetails(...sampleRoles)}`;
    await files.write('utf16.json', Buffer.from(text, 'utf16le'));
    expect((await ask({ ...users, account: ['utf16.json'] })).summary.refused).toBe(3);
  });

  test.each<[Partial<PredictOptions>, RegExp]>([
    [{ account: [] }, /No account is given/],
    [{}, /nobody to predict for/],
    [{ users: 'users.csv' }, /--users needs --mapping/],
    [{ mapping: 'mapping.json' }, /--mapping needs --users/],
    [{ ...users, responses: ['x'] }, /exclude each other/],
    [{ responses: ['x'], recipient: 'https://x' }, /--recipient does not go with --responses/],
    [{ ...users, now: 'yesterday' }, /"yesterday" is no moment in time/],
    [{ ...users, duration: 60 }, /no duration of 60 seconds/],
  ])('the usage %j', async (options, message) => {
    const error = await errorOf(options);
    expect(error.code).toBe('usage');
    expect(error.message).toMatch(message);
  });
});
