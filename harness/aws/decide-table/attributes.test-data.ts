import {
  account,
  analyst,
  backup,
  engineer,
  type Given,
  grants,
  invalid,
  kosmos,
  named,
  otherKosmos,
  type Refused,
  refuses,
  type TableCase,
  validation,
} from './table.test-data.ts';

const notListed = invalid(
  "SAML Assertion doesn't contain the requested Role and Metadata in the attributes",
  'role/pair',
);
const sessionNameText = 'RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}';
const badSessionName = invalid(sessionNameText, 'session-name/pattern');
const noSessionName = invalid('RoleSessionName is required in AuthnResponse', 'session-name/required');
const sourceText = 'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"';
const badSource = invalid(sourceText, 'source-identity/pattern');
const badDuration = invalid(
  'SessionDuration in AuthnResponse must be an integer between 900 and 43200',
  'session-duration/value',
);
const badTags = (rule: Refused['rule']) =>
  validation(
    'Unable to validate tags (Service: AWSSecurityTokenV20111201; Status Code: 400; Error Code: ValidationError; Request ID: 00000000-0000-0000-0000-000000000000; Proxy: null)',
    rule,
  );
const parameter = (message: string, rule: Refused['rule']): Refused => ({
  code: 'InvalidParameterValue',
  httpStatus: 400,
  message,
  rule,
});

const roles = (...values: string[]): Given => ({ attributes: { [named('Role')]: values } });
const sessionName = (...values: string[]): Given => ({ attributes: { [named('RoleSessionName')]: values } });
const source = (...values: string[]): Given => ({ attributes: { [named('SourceIdentity')]: values } });
const duration = (...values: string[]): Given => ({ attributes: { [named('SessionDuration')]: values } });
const tag = (key: string, ...values: string[]): Given => ({
  attributes: { [named(`PrincipalTag:${key}`)]: values },
});
const tags = (count: number): Given => ({
  attributes: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [named(`PrincipalTag:k${index}`), ['v']]),
  ),
});

/** AWS's own attributes. */
export const attributeCases: readonly TableCase[] = [
  grants('the provider first in the pair', roles(`${kosmos},${engineer}`)),
  grants('one of several pairs', roles(`${analyst},${kosmos}`, `${engineer},${kosmos}`)),
  grants('white space round the ARNs', roles(` ${engineer} , ${kosmos}\n`), {}, ['role-value-trimmed']),
  grants(
    'two Attribute elements named Role',
    {
      assertion: {
        attributes: [
          { name: named('Role'), values: [`${analyst},${kosmos}`] },
          { name: named('Role'), values: [`${engineer},${kosmos}`] },
          { name: named('RoleSessionName'), values: ['ada'] },
        ],
      },
    },
    {},
    ['role-attribute-repeated'],
  ),
  refuses('no Role attribute', roles(), notListed),
  refuses('another role only', roles(`${analyst},${kosmos}`), notListed),
  refuses('the role paired with another provider', roles(`${engineer},${backup}`), notListed),
  refuses(
    'the role paired with a provider of another account',
    roles(`${engineer},${otherKosmos}`),
    notListed,
  ),
  refuses(
    'the role’s name in another case',
    roles(`${engineer.replace('Engineer', 'engineer')},${kosmos}`),
    notListed,
  ),
  refuses('the pair with a semicolon', roles(`${engineer};${kosmos}`), notListed),
  refuses('the pair in one value with a second', roles(`${engineer},${kosmos},${analyst}`), notListed),
  refuses('the role alone', roles(engineer), notListed),
  refuses(
    'a space inside an ARN',
    roles(`${engineer.replace('Engineer', 'Eng ineer')},${kosmos}`),
    notListed,
  ),
  refuses(
    'ARNs of another partition',
    roles(`${engineer},${kosmos}`.replaceAll('arn:aws:', 'arn:aws-cn:')),
    notListed,
  ),
  refuses(
    'the attribute’s name in lower case',
    {
      attributes: { [named('Role')]: [], [named('role')]: [`${engineer},${kosmos}`] },
    },
    notListed,
  ),
  refuses(
    'China’s attribute name in the aws partition',
    {
      attributes: {
        [named('Role')]: [],
        'https://www.amazonaws.cn/SAML/Attributes/Role': [`${engineer},${kosmos}`],
      },
    },
    notListed,
  ),
  refuses(
    'the friendly name only',
    { attributes: { [named('Role')]: [], Role: [`${engineer},${kosmos}`] } },
    notListed,
  ),
  grants('a session name of 2 characters', sessionName('ab'), { roleSessionName: 'ab' }),
  grants('a session name of 64 characters', sessionName('a'.repeat(64)), { roleSessionName: 'a'.repeat(64) }),
  grants('every allowed sign in the session name', sessionName('A_0+=,.@-z'), {
    roleSessionName: 'A_0+=,.@-z',
  }),
  refuses('no session name', sessionName(), noSessionName),
  refuses('an empty session name', sessionName(''), badSessionName),
  refuses('a session name of 1 character', sessionName('a'), badSessionName),
  refuses('a session name of 65 characters', sessionName('a'.repeat(65)), badSessionName),
  refuses('a session name with a space', sessionName('Ada Lovelace'), badSessionName),
  refuses('a session name with a slash', sessionName('team/ada'), badSessionName),
  refuses('a session name with an umlaut', sessionName('müller'), badSessionName),
  refuses('a session name with a colon', sessionName('acme:ada'), badSessionName),
  refuses('a session name with a line break at its end', sessionName('ada\n'), badSessionName),
  refuses('two session names', sessionName('ada', 'bob'), invalid(sessionNameText, 'session-name/one-value')),
  grants('a source identity', source('ada'), { sourceIdentity: 'ada' }),
  refuses('an empty source identity', source(''), badSource),
  refuses('a source identity that begins with aws:', source('aws:ada'), badSource),
  refuses('a source identity with a space', source('Ada Lovelace'), badSource),
  refuses('a source identity of 65 characters', source('a'.repeat(65)), badSource),
  refuses('two source identities', source('ada', 'bob'), invalid(sourceText, 'source-identity/one-value')),
  grants('SessionDuration shortens the session', duration('900'), { durationSeconds: 900 }),
  grants('SessionDuration cannot lengthen it', duration('7200'), { durationSeconds: 3600 }),
  grants('SessionDuration above the role’s maximum', duration('43200'), { durationSeconds: 3600 }),
  refuses('SessionDuration below 900', duration('899'), badDuration),
  refuses('SessionDuration above 43200', duration('43201'), badDuration),
  refuses('SessionDuration that is no number', duration('1h'), badDuration),
  refuses('SessionDuration with a decimal point', duration('3600.0'), badDuration),
  refuses('SessionDuration with a space', duration(' 3600'), badDuration),
  refuses('two SessionDurations', duration('3600', '900'), badDuration),
  grants('a tag', tag('Team', 'Blue'), { tags: [{ key: 'Team', value: 'Blue' }], packedPolicySize: 2 }, [
    'packed-size-estimated',
  ]),
  grants('a tag with an empty value', tag('Team', ''), { tags: [{ key: 'Team', value: '' }] }, [
    'packed-size-estimated',
  ]),
  grants(
    'letters, spaces and signs in a tag',
    tag('Ort:/=+-@_.', 'Zürich 東京 1'),
    { tags: [{ key: 'Ort:/=+-@_.', value: 'Zürich 東京 1' }] },
    ['packed-size-estimated'],
  ),
  grants('a tag value of 256 characters', tag('Team', 'v'.repeat(256)), { packedPolicySize: 17 }, [
    'packed-size-estimated',
  ]),
  refuses('a tag value of 257 characters', tag('Team', 'v'.repeat(257)), badTags('tags/form')),
  refuses('a tag key of 129 characters', tag('k'.repeat(129), 'v'), badTags('tags/form')),
  refuses('a tag without key', tag('', 'v'), badTags('tags/form')),
  refuses('a tag value with a comma', tag('Team', 'Blue, Green'), badTags('tags/form')),
  refuses('a tag key with a star', tag('Te*m', 'Blue'), badTags('tags/form')),
  refuses('a tag key that begins with aws:', tag('aws:Team', 'Blue'), badTags('tags/reserved')),
  refuses('a tag with two values', tag('Team', 'Blue', 'Green'), badTags('tags/one-value')),
  grants('fifty tags', tags(50), { packedPolicySize: 65 }, ['packed-size-estimated']),
  refuses('fifty-one tags', tags(51), badTags('tags/count')),
  refuses(
    'two keys that differ by case only',
    { attributes: { [named('PrincipalTag:Team')]: ['Blue'], [named('PrincipalTag:team')]: ['Green'] } },
    parameter('Duplicate tag keys found. Please note that Tag keys are case insensitive.', 'tags/duplicate'),
  ),
  grants(
    'transitive keys that the assertion has',
    { attributes: { [named('PrincipalTag:Team')]: ['Blue'], [named('TransitiveTagKeys')]: ['Team'] } },
    { transitiveTagKeys: ['Team'] },
    ['packed-size-estimated'],
  ),
  refuses(
    'a transitive key that the assertion lacks',
    {
      attributes: { [named('PrincipalTag:Team')]: ['Blue'], [named('TransitiveTagKeys')]: ['Team', 'Cost'] },
    },
    parameter('The specified transitive tag key must be included in the requested tags.', 'tags/transitive'),
  ),
  grants('a foreign attribute', { attributes: { 'urn:oid:2.5.4.42': ['Ada'], [`arn:${account}`]: ['x'] } }),
];
