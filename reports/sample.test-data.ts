import { createHash } from 'node:crypto';
import type { Where } from '../harness/model/check.ts';
import type { ArtifactName, PartyRole, TargetRecord } from '../harness/model/evidence.ts';
import type { Finding, FindingOutcome } from '../harness/model/finding.ts';
import type { CaseReport, Report, SequenceMessage, Verdict } from '../harness/model/report.ts';
import { responseXml, spMetadataXml } from './sample-messages.test-data.ts';
import { sampleRefusals } from './sample-refusals.test-data.ts';

const emailFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

/** A report as a staging run gives it: real and doubled parties, every verdict and every kind of finding. */
export function sampleReport(): Report {
  const cases = sampleCases();
  const outcomes = { pass: 0, fail: 0, 'not-applicable': 0, 'not-seen': 0, manual: 0, error: 0 };
  const verdicts = { pass: 0, fail: 0, inconclusive: 0 };
  for (const one of cases) {
    verdicts[one.verdict] += 1;
    for (const { outcome } of one.findings) outcomes[outcome] += 1;
  }
  return {
    schema: 'countersign/report/1',
    tool: { name: 'countersign', version: '0.1.0' },
    startedAt: '2030-01-31T09:00:00.000Z',
    finishedAt: '2030-01-31T09:00:41.700Z',
    verdict: 'fail',
    totals: { cases: verdicts, findings: outcomes },
    cases,
    refusals: sampleRefusals(),
    notTested: [
      'No real IAM Identity Center was tested as sp: a double stood in for it.',
      'One check had nothing to judge in any case: encryption/content-algorithm.',
    ],
  };
}

function sampleCases(): readonly CaseReport[] {
  return [
    makeCase(
      '1kosmos-identity-center',
      'success-groups-sp',
      'A person with accounts by group sees exactly them',
      {
        real: ['idp'],
        verdict: 'fail',
        summary: 'Two checks fail that count: subject/name-id-format and conditions/audience.',
        findings: [...tenantFaults(), ...passes(), ...unjudged()],
      },
    ),
    makeCase(
      '1kosmos-identity-center',
      'success-groups-idp',
      'A person with accounts by group sees exactly them',
      {
        real: ['idp'],
        findings: [...passes(), { ...cookieWarning(), waiver: waiver() }],
        summary: 'Every check that counts passes; one failure is waived.',
      },
    ),
    makeCase(
      '1kosmos-identity-center',
      'success-direct-sp',
      'A person with one direct assignment sees exactly it',
      {},
    ),
    makeCase(
      '1kosmos-identity-center',
      'success-direct-idp',
      'A person with one direct assignment sees exactly it',
      {},
    ),
    makeCase(
      '1kosmos-identity-center',
      'claim-missing-sp',
      'A claim that the mapping leaves out is noticed',
      {
        summary: 'What the case arranges was noticed, and nothing else failed.',
        expectedFailures: [
          { check: 'attributes/required', reason: 'The claims mapping in AdminX has no first_name.' },
        ],
        findings: [...passes(), missingClaim()],
      },
    ),
    makeCase('1kosmos-identity-center', 'signing-off-sp', 'An unsigned response is refused by AWS', {
      tests: 'sp',
      verdict: 'fail',
      summary: 'The case wants signature/present to fail, and it passes.',
      expectedFailures: [
        { check: 'signature/present', reason: 'The application’s signing is switched off in AdminX.' },
      ],
    }),
    makeCase('1kosmos-identity-center', 'replay-sp', 'A response works once, also after a restart', {
      tests: 'sp',
      verdict: 'fail',
      summary: 'One check fails that counts: replay/after-restart.',
      findings: [replayed(), ...passes()],
    }),
    makeCase(
      '1kosmos-identity-center',
      'qr-relayed-sp',
      'A QR code relayed from another browser logs nobody in',
      {
        tests: 'authenticator',
        verdict: 'inconclusive',
        summary: 'The journey broke off at “scan the QR code”.',
        brokeOff: { step: 'scan the QR code', why: 'No QR code was found in the screenshot within 15 s.' },
        findings: [...passes().slice(0, 5), ...unjudged()],
      },
    ),
    makeCase(
      '1kosmos-identity-center',
      'rollover-both-sp',
      'During a rollover the new key logs in beside the old',
      {
        verdict: 'inconclusive',
        summary: 'One check could not be run because of an error of ours.',
        findings: [...passes(), ownError()],
      },
    ),
    makeCase('kpow', 'success-role-sp', 'A person with one role opens Kpow', { real: ['idp', 'sp'] }),
  ];
}

type Sketch = Partial<CaseReport> & { readonly real?: readonly PartyRole[] };

function makeCase(integration: string, id: string, title: string, sketch: Sketch): CaseReport {
  const flow = id.endsWith('-sp') ? 'sp-initiated-login' : 'idp-initiated-login';
  const folder = `evidence/${integration}/${id}`;
  const { real = [], ...given } = sketch;
  return {
    integration,
    case: id,
    title: `${title} (${flow.startsWith('sp') ? 'SP-initiated' : 'IdP-initiated'})`,
    flow,
    tests: 'idp',
    targets: targets(integration, real),
    profile: { id: integration === 'kpow' ? 'saml-app' : 'aws-identity-center', version: 1 },
    verdict: 'pass' satisfies Verdict,
    summary: 'Every check that counts passes.',
    expectedFailures: [],
    durationMs: 3_240,
    evidence: { folder, sha256: createHash('sha256').update(id).digest('hex') },
    findings: passes(),
    sequence: sequence(flow),
    screenshots: [
      ['portal', 'The access portal asks for an e-mail address.'],
      ['qr', 'The login page shows a QR code and the number 47.'],
      ['end', 'The access portal lists Production and Sandbox.'],
    ].map(([step = '', description = '']) => ({
      file: `${folder}/screenshots/${step}.png`,
      step,
      description,
    })),
    messages: [
      { artifact: 'response', xml: responseXml },
      { artifact: 'sp-metadata', xml: spMetadataXml },
    ],
    ...given,
  };
}

function targets(integration: string, real: readonly PartyRole[]): readonly TargetRecord[] {
  const mode = (role: PartyRole) => (real.includes(role) ? ('real' as const) : ('double' as const));
  const [product, origin] =
    integration === 'kpow'
      ? ['Kpow', 'https://kpow.example.com']
      : ['IAM Identity Center', 'https://d-1234567890.awsapps.com'];
  return [
    { role: 'idp', mode: mode('idp'), product: '1Kosmos', origins: ['https://acme.1kosmos.net'] },
    { role: 'sp', mode: mode('sp'), product, origins: [origin] },
    { role: 'authenticator', mode: 'double', product: '1Kosmos app', origins: [] },
  ];
}

function finding(
  check: string,
  outcome: FindingOutcome,
  title: string,
  more: Partial<Finding> = {},
): Finding {
  return { check, outcome, severity: 'error', judges: 'idp', title, message: `${title}.`, refs: [], ...more };
}

/** Points at `text` in one of the sample's messages. */
function at(artifact: ArtifactName, xml: string, text: string, path: string): Where {
  const before = xml.slice(0, xml.indexOf(text)).split('\n');
  return { artifact, path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, snippet: text };
}

const assertionPath = '/samlp:Response/saml:Assertion[1]';

function tenantFaults(): readonly Finding[] {
  return [
    finding(
      'subject/name-id-format',
      'fail',
      'The NameID does not have the format that the service provider wants',
      {
        message: `The NameID has the format "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"; the service provider wants ${emailFormat}.`,
        expected: emailFormat,
        observed: '"urn:oasis:names:tc:SAML:2.0:nameid-format:transient"',
        where: at(
          'response',
          responseXml,
          '<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_9f2c41d07a</saml:NameID>',
          `${assertionPath}/saml:Subject[1]/saml:NameID[1]/@Format`,
        ),
        fix: {
          console: '1Kosmos AdminX',
          field: 'Applications → AWS IAM Identity Center → NameID Format',
          change: `Choose ${emailFormat} and set NameID Value to email.`,
        },
        refs: [
          {
            document: 'aws-identity-center',
            section: 'Using SAML and SCIM identity federation with external identity providers',
            says: 'The NameID has the format emailAddress.',
            url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/other-idps.html',
          },
          {
            document: 'saml-core',
            section: '3.4.1.1',
            says: 'The format asked for is used, or an error returned.',
          },
        ],
      },
    ),
    finding('conditions/audience', 'fail', 'An AudienceRestriction does not name the service provider', {
      message: 'The audience is "urn:amazon:webservices"; the service provider is another.',
      expected: '"https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890"',
      observed: '"urn:amazon:webservices"',
      where: at(
        'response',
        responseXml,
        '<saml:Audience>urn:amazon:webservices</saml:Audience>',
        `${assertionPath}/saml:Conditions[1]/saml:AudienceRestriction[1]/saml:Audience[1]`,
      ),
      fix: {
        console: '1Kosmos AdminX',
        field: 'Applications → AWS IAM Identity Center → Entity ID',
        change: 'Paste the Issuer URL from IAM Identity Center → Settings → Identity source.',
      },
      refs: [
        {
          document: 'saml-core',
          section: '2.5.1.4',
          says: 'The assertion is valid only for the audiences named.',
        },
      ],
    }),
    cookieWarning(),
    finding('attributes/minimal', 'fail', 'The assertion releases more than was agreed', {
      severity: 'info',
      message: 'The attribute "phone" was not asked for.',
      expected: 'first_name, last_name, email',
      observed: 'first_name, last_name, email, phone',
      refs: [
        {
          assumption: 'Only what the mapping table lists is agreed.',
          known: 'The guide lists three attributes.',
        },
      ],
    }),
    finding(
      'metadata/idp-certificate-renewal',
      'manual',
      'A person has to look at the certificate’s renewal',
      {
        severity: 'warning',
        message: 'The certificate ends in 64 days; ask the identity provider when the next one comes.',
      },
    ),
  ];
}

function cookieWarning(): Finding {
  return finding(
    'transport/form-no-store',
    'fail',
    'The page that posts the response may be kept by a cache',
    {
      severity: 'warning',
      message: 'https://acme.1kosmos.net/login/complete is sent without Cache-Control: no-store.',
      expected: 'no-store',
      observed: 'no Cache-Control',
      where: { artifact: 'exchanges', path: 'exchange 6 header cache-control' },
      fix: {
        console: 'Identity provider',
        field: 'Cache-Control header of the page that posts the response',
        change: 'Send no-store.',
      },
      refs: [
        { document: 'rfc9111', section: '5.2.2.5', says: 'no-store forbids every cache to keep the answer.' },
      ],
    },
  );
}

function missingClaim(): Finding {
  return finding('attributes/required', 'fail', 'A required attribute is missing', {
    message: 'The attribute "first_name" is missing.',
    expected: 'one attribute "first_name"',
    observed: 'last_name, email',
  });
}

function replayed(): Finding {
  return finding('replay/after-restart', 'fail', 'After a restart a used response logs in again', {
    judges: 'sp',
    message:
      'The response, posted again after a restart, is accepted by status 303 and logs in alice.wong@example.com.',
    expected: 'a refusal',
    observed: 'accepted by status 303',
    where: { artifact: 'replays', path: '/attempts/2' },
    fix: {
      console: 'Service provider',
      field: 'Memory of used assertion IDs',
      change: 'Keep the IDs where a restart does not lose them.',
    },
    refs: [{ document: 'saml-profiles', section: '4.1.4.5', says: 'Used bearer assertions are remembered.' }],
  });
}

function ownError(): Finding {
  return finding('signature/position', 'error', 'The check could not be run', {
    message: 'TypeError: cannot read the position of an element outside the document.',
  });
}

function unjudged(): readonly Finding[] {
  return [
    finding('session/sign-out', 'not-seen', 'Sign-out was not seen', {
      severity: 'warning',
      message: 'The flow did not record portal.',
    }),
    finding('encryption/content-algorithm', 'not-applicable', 'Nothing is encrypted', {
      message: 'The Response carries no EncryptedAssertion.',
    }),
  ];
}

function passes(): readonly Finding[] {
  return [
    ['metadata/idp-readable', 'The metadata is well-formed XML'],
    ['request/version', 'The request is of version 2.0'],
    ['response/destination', 'The Response is addressed to the assertion consumer service'],
    ['assertion/issuer', 'The assertion is issued by the identity provider'],
    ['subject/recipient', 'The confirmation names the assertion consumer service'],
    ['signature/present', 'The assertion or the Response is signed'],
    ['signature/verifies', 'The signature verifies with a key of the metadata'],
    ['algorithms/digest', 'The digest is made by SHA-256 or stronger'],
    ['transport/tls', 'Every hop uses TLS'],
    ['authenticator/number-match', 'The phone shows the number of the login page'],
  ].map(([check = '', title = '']) => finding(check, 'pass', title));
}

function waiver() {
  return { reason: 'The vendor ships the header in March.', owner: 'identity team', until: '2030-03-31' };
}

function sequence(flow: string): readonly SequenceMessage[] {
  const sp = 'IAM Identity Center';
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['Browser', sp, 'Open', 'GET https://d-1234567890.awsapps.com/start'],
    [sp, 'Browser', 'Sign in', '200'],
    ['Browser', sp, 'Submit', 'POST https://d-1234567890.awsapps.com/start/login'],
    [sp, 'Browser', 'Redirect', '302 → https://acme.1kosmos.net/saml/sso'],
    ['Browser', '1Kosmos', 'AuthnRequest', 'GET https://acme.1kosmos.net/saml/sso'],
    ['1Kosmos', 'Browser', 'Scan to sign in to AWS IAM Identity Center', '200'],
    ['Browser', 'Phone', 'QR code on the screen', 'https://acme.1kosmos.net'],
    ['Phone', '1Kosmos', 'Approve (touch-id)', 'signed by the device'],
    ['1Kosmos', 'Phone', 'approved', '200'],
    ['Browser', '1Kosmos', 'Open', 'GET https://acme.1kosmos.net/login/complete'],
    ['1Kosmos', 'Browser', 'Continue to AWS', '200'],
    ['Browser', sp, 'SAML Response', 'POST https://us-east-1.signin.aws.ama…3b5a-4d5e-9a0b-2c1d7e8f9a10'],
    [sp, 'Browser', 'Redirect', '303 → https://d-1234567890.awsapps.com/start'],
    [sp, 'Browser', 'AWS access portal', '200'],
  ];
  return rows.slice(flow.startsWith('sp') ? 0 : 4).map(([from, to, label, detail], index) => ({
    from,
    to,
    label,
    detail,
    at: new Date(Date.UTC(2030, 0, 31, 9, 0, 0, index * 210)).toISOString(),
  }));
}
