import { randomBytes, randomInt } from 'node:crypto';

/** Source of everything unguessable in a double; replaced in tests that need stable bytes. */
export interface Ids {
  /** An NCName with 160 random bits, for SAML's ID attributes: `_` and 40 hexadecimal digits. */
  readonly samlId: () => string;
  /** 256 random bits as base64url, for cookies, codes and challenges. */
  readonly token: () => string;
  /** A whole number from `from` up to and including `to`. */
  readonly number: (from: number, to: number) => number;
}

export function createIds(bytes: (size: number) => Uint8Array = randomBytes): Ids {
  return {
    samlId: () => `_${Buffer.from(bytes(20)).toString('hex')}`,
    token: () => Buffer.from(bytes(32)).toString('base64url'),
    number: (from, to) => randomInt(from, to + 1),
  };
}
