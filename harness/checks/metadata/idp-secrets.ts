import { defineCheck } from '../../model/check.ts';
import { descendants } from '../../saml/tree.ts';

// A PEM header, or the first bytes in base64 of an RSA or EC key in PKCS #8 (RFC 5958).
const privateKey =
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----|\bMII[A-Za-z0-9+/]{3}IBADANBgkqhkiG9w0BAQEFAASC|\bM[A-Za-z0-9+/]{2}CAQAwE[A-Za-z0-9+/]YHKoZIzj0CAQ/;
const secretName = /^(?:.*[-_.])?(?:password|passwd|passphrase|client-?secret|private-?key|api-?key)$/i;

export default defineCheck({
  id: 'metadata/idp-secrets',
  title: {
    holds: "The identity provider's metadata holds no private key and no password",
    fails: "The identity provider's metadata holds a private key or a password",
  },
  why: 'Metadata is public. Whoever has the private key can log in as anybody.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change: 'Take the secret out, treat it as stolen, and roll over to a new key.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor identifies a key to the partners that verify or encrypt by it, for which the public half suffices.',
    },
    {
      document: 'owasp',
      section: 'Secrets Management Cheat Sheet, Revocation',
      says: 'A secret that is no longer needed, or may be compromised, is revoked.',
    },
  ],
  // The secret itself is never shown, so these findings have a place but no snippet.
  messages: {
    'private-key': 'The metadata contains a private key (line {line}).',
    password: 'The metadata contains a value named {name} (line {line}).',
  },
  run: ({ 'idp-metadata': { document, element } }) => {
    const expected = 'public values only';
    const key = privateKey.exec(document.text);
    if (key) {
      const line = document.text.slice(0, key.index).split('\n').length;
      const where = { artifact: 'idp-metadata', path: '/', line } as const;
      return [{ message: 'private-key', data: { line }, expected, observed: 'a private key', where }];
    }
    return [...(element ? descendants(element) : [])].flatMap((inner) => {
      const named = [inner.local, ...inner.attributes.map(({ local }) => local)].find((name) =>
        secretName.test(name),
      );
      if (named === undefined) return [];
      const { line, path } = inner;
      const where = { artifact: 'idp-metadata', path, line } as const;
      return { message: 'password' as const, data: { name: named, line }, expected, observed: named, where };
    });
  },
});
