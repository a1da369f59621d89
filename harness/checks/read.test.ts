import { describe, expect, it } from 'vitest';
import { makeSelftestKeys } from '../cli/selftest-keys.ts';
import type { Artifact } from '../model/evidence.ts';
import { applyChange } from '../mutations/kit/apply.ts';
import { textArtifact, withArtifacts, withoutArtifacts } from '../mutations/kit/artifact.ts';
import { makeGenuineLogin } from '../mutations/kit/genuine.ts';
import { makeGenuineIamLogin } from '../mutations/kit/genuine-iam.ts';
import { readArtifacts } from './read.ts';

const now = Date.UTC(2026, 2, 14, 9, 26, 53);
const keys = await makeSelftestKeys(now);
const login = makeGenuineLogin({ now, initiatedBy: 'sp', keys, signRequests: true });
const { evidence } = login;
const isVerified = (seen: typeof evidence) => {
  const { response } = readArtifacts(seen);
  return response.state === 'read' && response.reading.assertions[0]?.verified;
};

describe('readArtifacts', () => {
  it('reads every artifact of the genuine logins', () => {
    const unread = [evidence, makeGenuineIamLogin({ now, keys }).evidence].map((seen) =>
      Object.entries(readArtifacts(seen)).flatMap(([name, { state }]) => (state === 'read' ? [] : [name])),
    );
    expect(unread).toEqual([
      ['account', 'sts', 'scim', 'directory', 'scim-probe', 'oidc', 'step-up', 'identity-pool'],
      [
        'request',
        'request-delivery',
        'portal',
        'replays',
        'scim',
        'directory',
        'scim-probe',
        'oidc',
        'step-up',
        'identity-pool',
      ],
    ]);
  });

  it('trusts the certificates that the service provider was set up with', () => {
    const others = applyChange(
      {
        on: 'setup',
        apply: (setup, context) => ({
          ...setup,
          idp: { ...setup.idp, certificates: [context.strangerCertificate] },
        }),
      },
      'in-transit',
      login,
    );
    expect([isVerified(evidence), isVerified(others)]).toEqual([true, false]);
  });

  it("trusts the metadata's certificates where the set-up is not known", () => {
    expect(isVerified(withoutArtifacts(evidence, 'setup'))).toBe(true);
    expect(isVerified(withoutArtifacts(evidence, 'setup', 'idp-metadata'))).toBe(false);
  });

  it('never trusts the certificate that a message brings along', () => {
    const reads = readArtifacts(withoutArtifacts(evidence, 'setup', 'idp-metadata'));
    expect(reads.response).toMatchObject({ state: 'read', reading: { trustedKeys: 0 } });
  });

  it('gives the reading of unreadable XML along with the reason', () => {
    const { response } = readArtifacts(withArtifacts(evidence, { response: textArtifact('<a>') }));
    expect(response).toMatchObject({ state: 'broken', reading: { document: {} } });
  });

  it('calls bytes that are no text unreadable, and says why', () => {
    const bytes: Artifact = {
      state: 'seen',
      raw: '/////w==',
      encoding: 'base64',
      mediaType: 'application/octet-stream',
      sha256: '',
    };
    const reads = readArtifacts(withArtifacts(evidence, { 'idp-metadata': bytes, setup: bytes }));
    expect(reads['idp-metadata']).toMatchObject({
      state: 'broken',
      reading: { document: { problems: [{ code: 'not-utf8' }] } },
    });
    expect(reads.setup).toMatchObject({ state: 'broken' });
  });

  it('says what a record lacks', () => {
    const { portal } = readArtifacts(withArtifacts(evidence, { portal: textArtifact('{"userName":"a"}') }));
    expect(portal).toMatchObject({ state: 'broken', why: expect.stringContaining('/accounts') });
  });

  it('keeps missing, never looked for and unkept apart', () => {
    const reads = readArtifacts(
      withArtifacts(withoutArtifacts(evidence, 'replays'), {
        phone: { state: 'missing', why: 'The phone was off.' },
        portal: { state: 'broken', why: 'The page was closed.' },
      }),
    );
    expect([reads.replays, reads.phone, reads.portal]).toEqual([
      { state: 'missing', why: 'It is not part of this evidence.' },
      { state: 'missing', why: 'The phone was off.' },
      { state: 'broken', why: 'The page was closed.' },
    ]);
  });
});
