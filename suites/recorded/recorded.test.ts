import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceFromFile } from '../../harness/capture/from-file.ts';
import { checks } from '../../harness/checks/index.ts';
import { judge } from '../../harness/judge/judge.ts';
import { resolveProfile } from '../../harness/judge/resolve-profile.ts';
import { profiles } from '../../harness/profiles/index.ts';
import { type RecordedMessage, recorded, recordedFor } from './recorded.ts';

const folder = join(import.meta.dirname, 'messages');
const profile = resolveProfile('saml-web-sso', profiles);

async function findFailures(one: RecordedMessage, change: (xml: string) => string = (xml) => xml) {
  const message = await readFile(join(folder, `${one.name}.b64`), 'utf8');
  const changed = change(Buffer.from(message, 'base64').toString('utf8'));
  const { logins } = evidenceFromFile(one.name, Buffer.from(Buffer.from(changed).toString('base64')), {
    ...recordedFor,
    idpMetadata: await readFile(join(folder, `${one.product}.metadata.xml`)),
    ...(one.requestId === undefined ? {} : { requestId: one.requestId }),
    now: { instant: one.now, given: true },
  });
  return judge(logins[0], { checks, profile })
    .filter(({ outcome }) => outcome === 'fail' || outcome === 'error')
    .map(({ check }) => check);
}

describe.each(recorded.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  it('is found to have no other faults than those that were adjudicated', async () => {
    expect(new Set(await findFailures(one))).toEqual(new Set(Object.keys(one.findings)));
  });

  it('is noticed when another person is named', async () => {
    const failures = await findFailures(one, (xml) => xml.replaceAll('alice@', 'mallory@'));
    expect(failures).toContain('signature/digest');
  });

  it('is noticed when it is meant for another service provider', async () => {
    const failures = await findFailures(one, (xml) =>
      xml.replaceAll('https://sp.example/metadata', 'https://other.example/metadata'),
    );
    expect(failures).toContain('conditions/audience');
  });
});
