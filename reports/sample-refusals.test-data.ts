import type { RefusalResult, RefusalRun } from '../harness/model/refusal.ts';

/** Attacks on a staging system that falls for one of them, as a run reports it. */
export function sampleRefusals(): readonly RefusalRun[] {
  return [
    {
      target: 'Payroll (staging)',
      integration: 'payroll',
      mode: 'real',
      against: 'sp',
      origins: ['https://payroll.staging.example.com'],
      driver: 'http',
      allowed: { by: 'Dana Fox, payroll owner', file: 'countersign.config.ts' },
      controls: { made: 3, failed: 0 },
      durationMs: 8400,
      leftOut: ['The browser cannot send binding/by-put: a page sends forms by GET and POST alone.'],
      results: [
        result('replay/other-browser', 'held', 'Nobody was logged in.', {
          auditReason: 'Assertion was already used',
        }),
        result('signature/wrapped-before-original', 'fell', 'The victim "bob@example.com" was logged in.', {
          loggedIn: [{ jar: 'own', who: 'bob@example.com' }],
          advice: ['Read names and attributes only from the bytes that were verified.'],
          cves: ['CVE-2025-47949'],
        }),
        result('time/issue-instant-old', 'warned', '"eve@example.com" was logged in.', {
          loggedIn: [{ jar: 'own', who: 'eve@example.com' }],
          advisory: 'SAML sets no age: each target decides how old a message may be.',
          advice: ['Refuse messages that are older than some minutes.'],
        }),
        result(
          'parser/entity-bomb',
          'inconclusive',
          'A genuine login worked before this attack and not after it: connect ECONNREFUSED.',
        ),
        result(
          'replay/after-restart',
          'not-applicable',
          'The target cannot do what the attack is about: restart.',
        ),
      ],
    },
  ];
}

function result(
  attack: string,
  outcome: RefusalResult['outcome'],
  says: string,
  more: Partial<RefusalResult> = {},
): RefusalResult {
  return {
    attack,
    family: attack.split('/')[0] ?? '',
    title: 'A forged assertion before the genuine one',
    against: 'sp',
    mechanism: 'The verifier finds the signed assertion, the reader the first one.',
    outcome,
    says,
    loggedIn: [],
    exchanges:
      outcome === 'not-applicable'
        ? []
        : [
            {
              jar: 'own',
              method: 'POST',
              url: 'https://payroll.staging.example.com/saml/acs',
              message: '<samlp:Response><script>alert(1)</script>\u202e</samlp:Response>',
              relayState: '"><img src=x onerror=alert(1)>',
              copies: 2,
              answer: {
                status: 200,
                url: 'https://payroll.staging.example.com/?<b>',
                leadsTo: 'https://idp.example/sso',
                text: 'Welcome, <b>Bob</b>',
              },
            },
          ],
    weaknesses: [
      { id: 'unsigned-parts-read', says: 'verifies one assertion and reads names from another part' },
    ],
    advice: [],
    refs: [
      { document: 'saml-core', section: '5.4.2', says: 'A signature proves the element that it refers to.' },
    ],
    cves: [],
    durationMs: 42,
    ...more,
  };
}
