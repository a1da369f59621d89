import {
  account,
  analyst,
  backup,
  denied,
  engineer,
  type Given,
  globalAcs,
  grants,
  issuer,
  kosmos,
  named,
  refuses,
  sentTo,
  statement,
  type TableCase,
  tableNow,
  withCondition,
} from './table.test-data.ts';

const refused = denied('trust/assume');
const pick = (role: string): Given => ({
  request: { roleArn: role },
  attributes: { [named('Role')]: [`${role},${kosmos}`] },
});
const affiliation = 'urn:oid:1.3.6.1.4.1.5923.1.1.1.1';
const staff: Given = { attributes: { [affiliation]: ['staff', 'member'] } };
const condition = (block: unknown, given: Given = {}): Given => ({ ...given, trust: withCondition(block) });
const tagged: Given = { attributes: { [named('PrincipalTag:Team')]: ['Blue'] } };
const kerberos = 'urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos';
const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
const email = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
/** Base64 of SHA-1 over issuer, account, "/" and provider name, computed apart from the code under test. */
const qualifier = 'TB7d44HIqTmXs4M3LJSrGpv9REM=';

/** The role, its trust policy, and every SAML condition key. */
export const trustCases: readonly TableCase[] = [
  refuses('no NameID', { assertion: { nameId: undefined } }, denied('subject/name-id')),
  refuses('a role that is not there', pick(`arn:aws:iam::${account}:role/Missing`), denied('role/exists')),
  refuses(
    'a role’s name in another case',
    pick(`arn:aws:iam::${account}:role/engineer`),
    denied('role/exists'),
  ),
  refuses('a role without its path', pick(`arn:aws:iam::${account}:role/Analyst`), denied('role/exists')),
  grants('a role with a path', pick(analyst), {
    assumedRoleUser: {
      assumedRoleId: 'AROAEXAMPLEANALYST:ada@example.com',
      arn: `arn:aws:sts::${account}:assumed-role/Analyst/ada@example.com`,
    },
  }),
  refuses(
    'a role of Identity Center',
    pick(`arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef`),
    denied('role/reserved'),
  ),
  refuses('a role that trusts another provider', pick(`arn:aws:iam::${account}:role/OtherIdp`), refused),
  refuses('a role that trusts a service', pick(`arn:aws:iam::${account}:role/Lambda`), refused),
  grants('without SAML:aud in the trust policy', { trust: [statement()] }),
  refuses(
    'SAML:aud of the global address for a regional Recipient',
    { assertion: sentTo('https://us-east-1.signin.aws.amazon.com/saml') },
    refused,
  ),
  grants(
    'both addresses in SAML:aud',
    condition(
      { StringEquals: { 'SAML:aud': [globalAcs, 'https://us-east-1.signin.aws.amazon.com/saml'] } },
      { assertion: sentTo('https://us-east-1.signin.aws.amazon.com/saml') },
    ),
  ),
  grants(
    'a pattern for the regional addresses',
    condition(
      { StringLike: { 'SAML:aud': 'https://*.signin.aws.amazon.com/saml' } },
      { assertion: sentTo('https://eu-west-1.signin.aws.amazon.com/saml') },
    ),
  ),
  refuses(
    'the audience’s value in SAML:aud',
    condition({ StringEquals: { 'SAML:aud': 'urn:amazon:webservices' } }),
    refused,
  ),
  grants('the key in another case', condition({ StringEquals: { 'saml:AUD': globalAcs } })),
  refuses(
    'the value in another case',
    condition({ StringEquals: { 'SAML:aud': globalAcs.toUpperCase() } }),
    refused,
  ),
  grants(
    'the value in another case, ignoring it',
    condition({ StringEqualsIgnoreCase: { 'SAML:aud': globalAcs.toUpperCase() } }),
  ),
  grants('SAML:iss', condition({ StringEquals: { 'SAML:iss': issuer } })),
  refuses(
    'another SAML:iss',
    condition({ StringEquals: { 'SAML:iss': 'https://other.example.com' } }),
    refused,
  ),
  grants('SAML:sub', condition({ StringEquals: { 'SAML:sub': 'ada' } })),
  refuses('another SAML:sub', condition({ StringEquals: { 'SAML:sub': ['bob', 'eve'] } }), refused),
  grants('SAML:sub_type persistent', condition({ StringEquals: { 'SAML:sub_type': 'persistent' } }), {
    subjectType: 'persistent',
  }),
  refuses(
    'SAML:sub_type with the full URI for persistent',
    condition({ StringEquals: { 'SAML:sub_type': persistent } }),
    refused,
  ),
  grants(
    'SAML:sub_type with the full URI for a SAML 1.1 format',
    condition(
      { StringEquals: { 'SAML:sub_type': email } },
      { assertion: { nameId: { value: 'ada@example.com', format: email } } },
    ),
    { subjectType: email },
  ),
  grants(
    'SAML:sub_type transient',
    condition(
      { StringEquals: { 'SAML:sub_type': 'transient' } },
      { assertion: { nameId: { value: '_x1', format: persistent.replace('persistent', 'transient') } } },
    ),
    { subjectType: 'transient' },
  ),
  grants(
    'SAML:sub_type with the full URI for kerberos, which the answer shortens',
    condition(
      { StringEquals: { 'SAML:sub_type': kerberos } },
      { assertion: { nameId: { value: 'ada@EXAMPLE.COM', format: kerberos } } },
    ),
    { subjectType: 'kerberos' },
  ),
  refuses(
    'SAML:sub_type kerberos by its short name',
    condition(
      { StringEquals: { 'SAML:sub_type': 'kerberos' } },
      { assertion: { nameId: { value: 'ada@EXAMPLE.COM', format: kerberos } } },
    ),
    refused,
  ),
  grants(
    'a NameID format that AWS does not list',
    {
      assertion: {
        nameId: { value: 'ada', format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress' },
      },
    },
    { subjectType: 'emailAddress' },
    ['name-id-format-not-listed'],
  ),
  grants(
    'a NameID without format',
    { assertion: { nameId: { value: 'ada', format: undefined } } },
    {
      subjectType: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
    },
  ),
  grants('SAML:doc', condition({ StringEquals: { 'SAML:doc': `${account}/1Kosmos` } })),
  refuses('SAML:doc with the ARN', condition({ StringEquals: { 'SAML:doc': kosmos } }), refused),
  grants('SAML:namequalifier', condition({ StringEquals: { 'SAML:namequalifier': qualifier } }), {
    nameQualifier: qualifier,
  }),
  grants(
    'eduPersonAffiliation, any value',
    condition({ 'ForAnyValue:StringEquals': { 'SAML:eduPersonAffiliation': ['staff', 'faculty'] } }, staff),
  ),
  refuses(
    'eduPersonAffiliation, all values',
    condition({ 'ForAllValues:StringEquals': { 'SAML:eduPersonAffiliation': ['staff', 'faculty'] } }, staff),
    refused,
  ),
  grants(
    'eduPersonAffiliation, all values, none sent',
    condition({ 'ForAllValues:StringEquals': { 'SAML:eduPersonAffiliation': 'staff' } }),
  ),
  refuses(
    'eduPersonAffiliation, any value, none sent',
    condition({ 'ForAnyValue:StringEquals': { 'SAML:eduPersonAffiliation': 'staff' } }),
    refused,
  ),
  grants(
    'eduPersonAffiliation, all values and present',
    condition(
      {
        'ForAllValues:StringLike': { 'SAML:eduPersonAffiliation': ['s*', 'm*'] },
        Null: { 'SAML:eduPersonAffiliation': 'false' },
      },
      staff,
    ),
  ),
  refuses(
    'present is asked, none sent',
    condition({ Null: { 'SAML:eduPersonAffiliation': 'false' } }),
    refused,
  ),
  grants(
    'a list without set operator',
    condition({ StringEquals: { 'SAML:eduPersonAffiliation': 'staff' } }, staff),
    {},
    ['list-without-set-operator'],
  ),
  refuses(
    'the attribute sent under its friendly name',
    condition(
      { 'ForAnyValue:StringEquals': { 'SAML:eduPersonAffiliation': 'staff' } },
      { attributes: { eduPersonAffiliation: ['staff'] } },
    ),
    refused,
  ),
  grants(
    'eduPersonPrincipalName',
    condition(
      { StringLike: { 'SAML:eduPersonPrincipalName': '*@example.com' } },
      { attributes: { 'urn:oid:1.3.6.1.4.1.5923.1.1.1.6': ['ada@example.com'] } },
    ),
  ),
  grants(
    'mail by the OID as AWS prints it',
    condition(
      { StringEquals: { 'SAML:mail': 'ada@example.com' } },
      { attributes: { '0.9.2342.19200300100.1.3': ['ada@example.com'] } },
    ),
  ),
  grants(
    'mail by the registered OID',
    condition(
      { StringEquals: { 'SAML:mail': 'ada@example.com' } },
      { attributes: { '0.9.2342.19200300.100.1.3': ['ada@example.com'] } },
    ),
  ),
  grants(
    'mail by the claim of Active Directory',
    condition(
      { StringEquals: { 'SAML:mail': 'ada@example.com' } },
      {
        attributes: {
          'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress': ['ada@example.com'],
        },
      },
    ),
  ),
  refuses(
    'a second claim for one key, whose value is the wanted one',
    condition(
      { StringEquals: { 'SAML:mail': 'second@example.com' } },
      {
        attributes: {
          '0.9.2342.19200300100.1.3': ['first@example.com'],
          '0.9.2342.19200300.100.1.3': ['second@example.com'],
        },
      },
    ),
    refused,
  ),
  grants(
    'uid by primarygroupsid, as AWS maps it',
    condition(
      { StringEquals: { 'SAML:uid': 'S-1-5-21' } },
      {
        attributes: {
          'http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid': ['S-1-5-21'],
        },
      },
    ),
  ),
  refuses(
    'SAML:primaryGroupSID, which no attribute of AWS’s table fills',
    condition(
      { Null: { 'SAML:primaryGroupSID': 'false' } },
      {
        attributes: {
          'http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid': ['S-1-5-21'],
        },
      },
    ),
    refused,
  ),
  grants(
    'eduPersonOrgDN',
    condition(
      { StringEquals: { 'SAML:eduPersonOrgDN': 'o=Example,c=US' } },
      { attributes: { 'urn:oid:1.3.6.1.4.1.5923.1.1.1.3': ['o=Example,c=US'] } },
    ),
  ),
  grants(
    'eduOrgLegalName, a list',
    condition(
      { 'ForAnyValue:StringEquals': { 'SAML:eduOrgLegalName': 'Example' } },
      { attributes: { 'urn:oid:1.3.6.1.4.1.5923.1.2.1.4': ['Example', 'Example Ltd'] } },
    ),
  ),
  grants(
    'cn and commonName by their own OIDs',
    condition(
      { 'ForAnyValue:StringEquals': { 'SAML:cn': 'Ada' }, StringEquals: { 'SAML:commonName': 'Ada L.' } },
      { attributes: { 'urn:oid:2.5.4.3': ['Ada'], '2.5.4.3': ['Ada L.'] } },
    ),
  ),
  grants(
    'the other X.500 attributes of AWS’s table',
    condition(
      {
        StringEquals: {
          'SAML:surname': 'Lovelace',
          'SAML:givenName': 'Ada',
          'SAML:x500UniqueIdentifier': 'x',
          'SAML:organizationStatus': 'active',
          'SAML:name': 'Ada Lovelace',
        },
      },
      {
        attributes: {
          '2.5.4.4': ['Lovelace'],
          '2.4.5.42': ['Ada'],
          '2.5.4.45': ['x'],
          '0.9.2342.19200300.100.1.45': ['active'],
          'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name': ['Ada Lovelace'],
        },
      },
    ),
  ),
  grants('a missing key under IfExists', condition({ StringEqualsIfExists: { 'SAML:mail': 'x' } })),
  grants('a missing key under a negated operator', condition({ StringNotEquals: { 'SAML:mail': 'x' } })),
  refuses('a missing key under a plain operator', condition({ StringEquals: { 'SAML:mail': 'x' } }), refused),
  refuses(
    'the second of two conditions fails',
    condition({ StringEquals: { 'SAML:aud': globalAcs, 'SAML:sub': 'bob' } }),
    refused,
  ),
  grants('a date in the future', condition({ DateLessThan: { 'aws:CurrentTime': '2026-12-01T00:00:00Z' } })),
  refuses(
    'a date that has passed',
    condition({ DateLessThan: { 'aws:CurrentTime': '2026-11-01T00:00:00Z' } }),
    refused,
  ),
  grants('epoch seconds', condition({ NumericGreaterThanEquals: { 'aws:EpochTime': tableNow / 1000 } })),
  grants('TLS asked for', condition({ Bool: { 'aws:SecureTransport': 'true' } })),
  grants(
    'a caller in the range',
    condition({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, { request: { sourceIp: '203.0.113.9' } }),
  ),
  refuses(
    'a caller outside the range',
    condition({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, { request: { sourceIp: '198.51.100.9' } }),
    refused,
  ),
  grants('a tag of the role', {
    ...condition({ StringEquals: { 'aws:ResourceTag/Stage': 'test' } }),
    role: { Tags: [{ Key: 'Stage', Value: 'test' }] },
  }),
  grants(
    'sts:RoleSessionName by a policy variable',
    condition({ StringLike: { 'sts:RoleSessionName': ['$', '{saml:sub}@*'].join('') } }),
    {},
    ['session-name-as-condition'],
  ),
  refuses(
    'an explicit Deny after the Allow',
    {
      trust: [statement(), statement({ Effect: 'Deny', Condition: { StringEquals: { 'SAML:sub': 'ada' } } })],
    },
    refused,
  ),
  grants('a Deny for somebody else', {
    trust: [statement({ Effect: 'Deny', Condition: { StringEquals: { 'SAML:sub': 'bob' } } }), statement()],
  }),
  refuses(
    'a Deny for everyone but a list',
    {
      trust: [
        statement(),
        statement({ Effect: 'Deny', Condition: { StringNotEquals: { 'SAML:sub': ['bob', 'eve'] } } }),
      ],
    },
    refused,
  ),
  grants('everyone as principal', { trust: [statement({ Principal: '*' })] }, {}, [
    'everyone-includes-federated',
  ]),
  refuses('the provider as AWS principal', { trust: [statement({ Principal: { AWS: kosmos } })] }, refused),
  refuses(
    'NotPrincipal with the provider',
    { trust: [statement({ Principal: undefined, NotPrincipal: { Federated: kosmos } })] },
    refused,
  ),
  grants(
    'NotPrincipal with another provider',
    { trust: [statement({ Principal: undefined, NotPrincipal: { Federated: backup } })] },
    {},
    ['not-principal-evaluated'],
  ),
  refuses(
    'sts:AssumeRole in place of sts:AssumeRoleWithSAML',
    { trust: [statement({ Action: 'sts:AssumeRole' })] },
    refused,
  ),
  grants('sts:* as action', { trust: [statement({ Action: 'sts:*' })] }),
  refuses(
    'a trust policy that cannot be read',
    { trust: [statement({ Effect: 'allow' })] },
    denied('trust/readable'),
  ),
  grants('tags where sts:TagSession is allowed', tagged, {}, ['packed-size-estimated']),
  refuses(
    'tags where sts:TagSession is not allowed',
    { ...tagged, trust: [statement({ Action: 'sts:AssumeRoleWithSAML' })] },
    denied('trust/tag-session'),
  ),
  refuses(
    'tags where sts:TagSession wants another value',
    {
      ...tagged,
      trust: [
        statement({ Action: 'sts:AssumeRoleWithSAML' }),
        statement({
          Action: 'sts:TagSession',
          Condition: { StringEquals: { 'aws:RequestTag/Team': 'Green' } },
        }),
      ],
    },
    denied('trust/tag-session'),
  ),
  grants(
    'tags by two statements',
    {
      ...tagged,
      trust: [
        statement({ Action: 'sts:AssumeRoleWithSAML' }),
        statement({
          Action: 'sts:TagSession',
          Condition: { StringEquals: { 'aws:requesttag/TEAM': 'Blue' } },
        }),
      ],
    },
    {},
    ['packed-size-estimated'],
  ),
  refuses(
    'a tag that the policy requires is not sent',
    condition({ StringLike: { 'aws:RequestTag/Team': '*' } }),
    refused,
  ),
  grants(
    'tag keys within the list',
    condition({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team', 'Cost'] } }, tagged),
    {},
    ['packed-size-estimated'],
  ),
  refuses(
    'a tag key outside the list',
    condition({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'Cost' } }, tagged),
    refused,
  ),
  grants(
    'transitive keys by condition',
    condition(
      { 'ForAllValues:StringEquals': { 'sts:TransitiveTagKeys': 'Team' } },
      { attributes: { ...tagged.attributes, [named('TransitiveTagKeys')]: ['Team'] } },
    ),
    {},
    ['packed-size-estimated'],
  ),
  refuses(
    'a source identity where sts:SetSourceIdentity is not allowed',
    {
      attributes: { [named('SourceIdentity')]: ['ada'] },
      trust: [statement({ Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'] })],
    },
    denied('trust/source-identity'),
  ),
  grants(
    'a source identity by condition',
    {
      attributes: { [named('SourceIdentity')]: ['ada'] },
      trust: [
        statement({ Action: 'sts:AssumeRoleWithSAML' }),
        statement({
          Action: 'sts:SetSourceIdentity',
          Condition: { StringLike: { 'sts:SourceIdentity': ['ada', 'bob'] } },
        }),
      ],
    },
    { sourceIdentity: 'ada' },
  ),
  refuses(
    'a source identity that the condition does not know',
    {
      attributes: { [named('SourceIdentity')]: ['eve'] },
      trust: [
        statement({ Action: 'sts:AssumeRoleWithSAML' }),
        statement({
          Action: 'sts:SetSourceIdentity',
          Condition: { StringLike: { 'sts:SourceIdentity': ['ada', 'bob'] } },
        }),
      ],
    },
    denied('trust/source-identity'),
  ),
  grants('a role that two providers may assume', {
    trust: [statement({ Principal: { Federated: [backup, kosmos] } })],
  }),
  refuses(
    'a trust policy that speaks of the role, not the provider',
    { trust: [statement({ Principal: { AWS: engineer } })] },
    refused,
  ),
];
