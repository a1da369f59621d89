import { createHash, createHmac } from 'node:crypto';

export interface SigningKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface CallToSign {
  readonly url: URL;
  readonly body: string;
  /** Lower-case names; they are signed all, and host beside them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** For example `us-east-1/sts`. */
  readonly scope: string;
}

/** Header lines of a POST to `/` with Signature Version 4 (AWS General Reference, "Signature Version 4"). */
export function signV4(call: CallToSign, keys: SigningKeys): Readonly<Record<string, string>> {
  const date = new Date(call.now).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const token = keys.sessionToken === undefined ? {} : { 'x-amz-security-token': keys.sessionToken };
  const sent = { ...call.headers, 'x-amz-date': date, ...token };
  const signed = Object.entries({ ...sent, host: call.url.host }).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = signed.map(([name]) => name).join(';');
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join('');
  const request = ['POST', '/', '', lines, names, sha256(call.body)].join('\n');
  const scope = `${date.slice(0, 8)}/${call.scope}/aws4_request`;
  const key = scope
    .split('/')
    .reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${keys.secretAccessKey}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(request)].join('\n')).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...sent, authorization };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
