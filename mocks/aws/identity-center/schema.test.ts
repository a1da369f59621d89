import { beforeAll, describe, expect, it } from 'vitest';
import { validateSchema } from '../../../harness/saml/schema.ts';
import type { SigningKey } from '../../core/keys.ts';
import { start } from './testing/refusals.ts';
import { createTestKey, metadataOf } from './testing/test-idp.ts';
import { begin, createTestPortal } from './testing/test-portal.ts';

let key: SigningKey;
beforeAll(async () => {
  key = await createTestKey('idp', start);
});

describe.each([false, true])('with signRequests %s', (signRequests) => {
  const open = () => {
    const settings = { signRequests };
    return createTestPortal(start, {
      idpMetadata: metadataOf([key.certificateDer]),
      settings: { ...settings },
    });
  };

  it('the request is valid by the OASIS schema', async () => {
    const { xml } = await begin(open().newBrowser());
    expect(validateSchema(xml, 'protocol')).toEqual([]);
  });

  it('the metadata is valid by the OASIS schema', async () => {
    const { double } = open();
    const url = 'https://us-east-1.signin.aws.amazon.com/platform/saml/metadata/d-1234567890';
    const metadata = await (await double.fetch(new Request(url))).text();
    expect(metadata).toContain(`AuthnRequestsSigned="${signRequests}"`);
    expect(validateSchema(metadata, 'metadata')).toEqual([]);
  });
});
