import type { Ids } from '../../core/ids.ts';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Identifiers in the forms that AWS gives them. */
export interface AwsIds {
  /** Lower-case UUID. */
  readonly requestId: () => string;
  /** A prefix such as `AROA`, and upper-case base 32 up to a length. */
  readonly unique: (prefix: string, length: number) => string;
  /** Forty characters, as secret access keys have. */
  readonly secret: () => string;
  /** Opaque; its length is not fixed. */
  readonly token: () => string;
}

export function createAwsIds(ids: Ids): AwsIds {
  const bytes = () => Buffer.from(ids.token(), 'base64url');
  return {
    requestId: () => {
      const hex = bytes().toString('hex').slice(0, 32);
      const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
      const parts = [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `${variant}${hex.slice(17, 20)}`,
      ];
      return [...parts, hex.slice(20)].join('-');
    },
    unique: (prefix, length) =>
      [...bytes()].reduce((text, byte) => text + base32.charAt(byte % 32), prefix).slice(0, length),
    secret: () => bytes().toString('base64').slice(0, 40).padEnd(40, 'k'),
    token: () => [ids.token(), ids.token(), ids.token()].join(''),
  };
}
