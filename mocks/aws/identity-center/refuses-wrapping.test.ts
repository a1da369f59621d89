import { describe, expect, it } from 'vitest';
import { Refusal } from '../../core/saml/refusal.ts';
import { verify } from '../../core/saml/signature.ts';
import { checkSignatureShape } from '../../core/saml/signature-shape.ts';
import { childrenOf, ns, parse } from '../../core/saml/xml.ts';
import { createRefusalTests, expectRefused } from './testing/refusals.ts';
import { metadataOf, writeResponse } from './testing/test-idp.ts';
import { factsOf } from './testing/test-portal.ts';
import { wrappingsOf } from './testing/wrappings.ts';
import { importMetadata } from './trust.ts';

const { key, open, send, signed } = await createRefusalTests();

describe('refuses signature wrapping', () => {
  it.each(wrappingsOf(key))('%s', async (_title, finish) => {
    const opened = open();
    await expectRefused(
      opened,
      await send(opened, {}, undefined, finish),
      /^Response contains 2 assertions|^ID ".*" occurs more than once$/,
    );
  });

  it('reads the whole text of a NameID that a comment splits', async () => {
    const opened = open();
    const page = await send(opened, { nameId: 'alice@example.com<!-- -->.evil.example' });
    await expectRefused(opened, page, 'User "alice@example.com.evil.example" does not exist');
  });
});

describe('the signature’s own gate, were several assertions allowed', () => {
  const trust = importMetadata(metadataOf([key.certificateDer]));
  const plain = writeResponse(factsOf(open().at, undefined));

  /** What would be read: nothing when a step refuses. */
  function readFirst(xml: string): string | undefined {
    const root = parse(xml);
    if ('problem' in root) throw new Error(root.problem);
    const [assertion] = childrenOf(root, ns.saml, 'Assertion');
    if (assertion === undefined) return undefined;
    try {
      return verify(xml, checkSignatureShape(root, assertion, false), trust);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  it('reads the genuine message', () => {
    expect(readFirst(signed(plain))).toContain('alice@example.com');
  });

  it.each(wrappingsOf(key))('never reads the evil one: %s', (_title, wrap) => {
    const wrapped = wrap(plain);
    expect(wrapped).not.toBe(signed(plain));
    expect(readFirst(wrapped) ?? '').not.toContain('Erin@');
  });
});
