import { beforeAll, describe, expect, it } from 'vitest';
import { createFederation } from '../../../mocks/aws/federation.ts';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import type { AccountRecord, StsRecord } from '../../model/aws-records.ts';
import type { Evidence, Exchange } from '../../model/evidence.ts';
import { rawOf } from './artifact.ts';
import type { GenuineLogin } from './genuine.ts';
import { makeGenuineIamLogin } from './genuine-iam.ts';
import { iamNames, iamRoles } from './genuine-iam-facts.ts';

const now = Date.UTC(2026, 2, 14, 9, 26, 53);

interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

describe('the genuine login into IAM looks as the doubles make it', () => {
  let login: GenuineLogin;
  beforeAll(async () => {
    login = makeGenuineIamLogin({ now, keys: await makeSelftestKeys(now) });
  });

  it('in the metadata of the sign-in page', async () => {
    const { signIn } = federationOf(login.evidence);
    const address = `${iamNames.signInOrigin}/static/saml-metadata.xml`;
    const answer = await signIn.fetch(new Request(address));
    expect(rawOf(login.evidence, 'sp-metadata')).toBe(await answer.text());
  });

  it('in every page and header from the sign-in page on', async () => {
    const live = await signIn(login.evidence);
    const exchanges: readonly Exchange[] = JSON.parse(rawOf(login.evidence, 'exchanges') ?? '');
    const first = exchanges.findIndex(({ url }) => url === iamNames.signInUrl);
    const recorded = exchanges.slice(first);
    expect(recorded.map(({ url, status }) => `${status} ${plain(url)}`)).toEqual(
      live.map(({ url, status }) => `${status} ${plain(url)}`),
    );
    for (const [index, answer] of live.entries()) {
      const headers = recorded[index]?.responseHeaders ?? [];
      expect(headers.map(({ name, value }) => `${name}: ${plain(value)}`).sort(), answer.url).toEqual(
        answer.headers.map(([name, value]) => `${name}: ${plain(value)}`).sort(),
      );
      expect(outline(recorded[index]?.responseBody ?? '')).toEqual(outline(answer.body));
    }
  });

  it('in what STS answers', async () => {
    const { sts } = federationOf(login.evidence);
    const record: StsRecord = JSON.parse(rawOf(login.evidence, 'sts') ?? '');
    const attempt = record.attempts.find(({ how }) => how === 'sts');
    const form = new URLSearchParams({
      Action: 'AssumeRoleWithSAML',
      Version: '2011-06-15',
      RoleArn: attempt?.roleArn ?? '',
      PrincipalArn: attempt?.principalArn ?? '',
      SAMLAssertion: rawOf(login.evidence, 'response') ?? '',
      DurationSeconds: String(attempt?.durationSeconds),
    });
    const answer = await sts.fetch(new Request(iamNames.stsUrl, { method: 'POST', body: form }));
    const xml = await answer.text();
    const value = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
    const {
      packedPolicySize: _,
      expiresAt: __,
      ...expected
    } = attempt?.answer.outcome === 'credentials' ? attempt.answer : { packedPolicySize: 0, expiresAt: '' };
    expect({
      outcome: 'credentials',
      status: answer.status,
      assumedRoleArn: value('Arn'),
      subject: value('Subject'),
      subjectType: value('SubjectType'),
      issuer: value('Issuer'),
      audience: value('Audience'),
      nameQualifier: value('NameQualifier'),
      sourceIdentity: value('SourceIdentity'),
    }).toEqual(expected);
  });
});

/** The doubles before the very account that the evidence tells of. */
function federationOf(evidence: Evidence) {
  const account: AccountRecord = JSON.parse(rawOf(evidence, 'account') ?? '');
  const metadata = rawOf(evidence, 'idp-metadata') ?? '';
  const roles = account.roles.map(({ arn, trustPolicy, maxSessionSeconds = 3600 }) => ({
    arn,
    trustPolicy,
    maxSessionDurationSeconds: maxSessionSeconds,
  }));
  const providers = account.providers.map(({ arn }) => ({ arn, metadata }));
  return createFederation({ providers, roles }, { now: () => now });
}

/** Posts the response, chooses a role, and follows to the console. */
async function signIn(evidence: Evidence): Promise<readonly Answer[]> {
  const { signIn: double } = federationOf(evidence);
  const answers: Answer[] = [];
  let cookie = '';
  const send = async (url: string, form?: Record<string, string>) => {
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const answer = await double.fetch(new Request(url, { headers: { cookie }, ...body }));
    for (const line of answer.headers.getSetCookie()) cookie = line.split(';')[0] ?? '';
    const text = await answer.clone().text();
    answers.push({ url, status: answer.status, headers: [...answer.headers], body: text });
    return answer.headers.get('location') ?? '';
  };
  const fields = { SAMLResponse: rawOf(evidence, 'response') ?? '', RelayState: iamNames.consoleUrl };
  await send(iamNames.signInUrl, fields);
  const handoff = await send(iamNames.signInUrl, { ...fields, roleIndex: iamRoles.powerUser });
  await send(await send(handoff));
  return answers;
}

/** Values that differ between any two logins, taken out. */
function plain(text: string): string {
  return text
    .replace(/(?<=[?&]code=)[\w.-]+/g, 'CODE')
    .replace(/nonce-[\w-]+/g, 'nonce')
    .replace(/^(__Host-[a-z-]+)=[^;]+/, '$1=VALUE');
}

/** Forms, fields and test ids of a page. */
function outline(page: string): readonly string[] {
  const forms = [...page.matchAll(/<form([^>]*)>/g)].map(([, attributes = '']) =>
    ['method', 'action'].map((name) => new RegExp(`${name}="([^"]+)"`).exec(attributes)?.[1]).join(' '),
  );
  const fields = [...page.matchAll(/<input[^>]*name="([^"]+)"/g)].map((match) => `field ${match[1]}`);
  const testIds = [...page.matchAll(/data-testid="([^"]+)"/g)].map((match) => `test id ${match[1]}`);
  return [...forms, ...fields, ...testIds].sort();
}
