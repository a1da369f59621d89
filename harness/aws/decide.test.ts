import { describe, expect, it } from 'vitest';
import { rules } from './decide/rules.ts';
import { assumeRoleWithSamlSteps, decideAssumeRoleWithSaml } from './decide.ts';
import { tableInput } from './decide-table/table.test-data.ts';
import { decideTable } from './decide-table.test-data.ts';

describe('AssumeRoleWithSAML', () => {
  it.each(decideTable.map((one) => [one.title, one] as const))('%s', (_title, { given, outcome }) => {
    const decision = decideAssumeRoleWithSaml(tableInput(given));
    if ('session' in outcome) {
      expect(decision).toMatchObject({ granted: true, session: outcome.session });
      expect(decision.granted && decision.assumptions).toEqual(outcome.assumptions);
      return;
    }
    const { code, httpStatus, message, rule } = outcome;
    expect(decision).toMatchObject({
      granted: false,
      error: { code, httpStatus, message },
      reason: { rule },
    });
  });

  it('has at least 150 cases, each with a title of its own', () => {
    expect(decideTable.length).toBeGreaterThanOrEqual(150);
    expect(new Set(decideTable.map(({ title }) => title)).size).toBe(decideTable.length);
  });

  it('has a case for every rule', () => {
    const refused = decideTable.flatMap(({ outcome }) => ('rule' in outcome ? [outcome.rule] : []));
    expect(Object.keys(rules).filter((rule) => !refused.some((one) => one === rule))).toEqual([]);
  });

  it('has every step refuse something', () => {
    const refusing = decideTable.flatMap(({ given }) => {
      const decision = decideAssumeRoleWithSaml(tableInput(given));
      return decision.granted ? [] : [decision.reason.step];
    });
    expect(assumeRoleWithSamlSteps.map(([name]) => name).filter((name) => !refusing.includes(name))).toEqual(
      [],
    );
  });

  it('leaves no place of a message or sentence unfilled', () => {
    for (const { given } of decideTable) {
      const decision = decideAssumeRoleWithSaml(tableInput(given));
      const said = decision.granted ? '' : `${decision.error.message} ${decision.reason.says}`;
      expect(said).not.toMatch(/\{\w+\}|undefined|NaN/);
    }
  });

  it('marks what AWS does not document', () => {
    const decision = decideAssumeRoleWithSaml(tableInput({ assertion: { assertionCount: 2 } }));
    expect(decision).toMatchObject({
      reason: {
        rule: 'response/one-assertion',
        basis: 'assumed',
        assumption: true,
        step: 'checkOneAssertion',
      },
    });
    const documented = decideAssumeRoleWithSaml(
      tableInput({ assertion: { signatureVerifiedByProvider: false } }),
    );
    expect(documented).toMatchObject({ reason: { basis: 'documented', assumption: false } });
  });

  it('shows the condition that failed, both sides of it', () => {
    const regional = 'https://us-east-1.signin.aws.amazon.com/saml';
    const confirmations = [
      {
        method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
        recipient: regional,
        notOnOrAfterMs: Number.MAX_SAFE_INTEGER,
      },
    ];
    const decision = decideAssumeRoleWithSaml(tableInput({ assertion: { confirmations } }));
    expect(decision.granted ? '' : decision.reason.says).toBe(
      `Statement 1 of the trust policy wants SAML:aud to pass StringEquals with “https://signin.aws.amazon.com/saml”; the request has “${regional}”.`,
    );
  });

  it('quotes the request id that it is given', () => {
    const decision = decideAssumeRoleWithSaml({
      ...tableInput({ unreadable: 'not-base64' }),
      requestId: 'abc',
    });
    expect(decision.granted ? '' : decision.error.message).toContain('Request ID: abc; Proxy: null)');
  });

  it('allows the same assertion again: replay is not refused', () => {
    const input = tableInput({});
    expect(decideAssumeRoleWithSaml(input)).toEqual(decideAssumeRoleWithSaml(input));
  });
});

describe('the rules', () => {
  it('say what is assumed wherever the basis is an assumption', () => {
    const silent = Object.entries(rules).filter(
      ([, rule]) => rule.basis === 'assumed' && rule.assumed === undefined,
    );
    expect(silent).toEqual([]);
  });
});
