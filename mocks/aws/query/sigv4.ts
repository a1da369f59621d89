import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { QueryError } from './query-error.ts';
import type { QueryRequest } from './read-query.ts';

/** What an Authorization header of Signature Version 4 says. */
export interface SignedBy {
  readonly accessKeyId: string;
  /** `20260301/us-east-1/sts/aws4_request` */
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** X-Amz-Security-Token; absent with long-term keys. */
  readonly sessionToken: string | undefined;
}

const pattern =
  /^AWS4-HMAC-SHA256\s+Credential=([\w-]+)\/(\d{8}\/[\w-]+\/[\w-]+\/aws4_request),\s*SignedHeaders=([a-z0-9;_-]+),\s*Signature=([0-9a-f]{64})$/;

/** Reads who signed the request. Codes and texts are those that AWS services are commonly seen to answer. */
export function readSignature({ headers }: QueryRequest): SignedBy {
  const authorization = headers.get('authorization');
  if (authorization === null)
    throw new QueryError(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
  const [, accessKeyId, scope, names, signature] = pattern.exec(authorization.trim()) ?? [];
  if (accessKeyId === undefined || scope === undefined || names === undefined || signature === undefined)
    throw new QueryError(
      400,
      'IncompleteSignature',
      "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.",
    );
  const sessionToken = headers.get('x-amz-security-token') ?? undefined;
  return { accessKeyId, scope, signedHeaders: names.split(';'), signature, sessionToken };
}

/**
 * Refuses a request whose signature the secret key did not make (AWS General Reference, "Signature Version 4").
 * When it was made is not judged: a double's clock may stand elsewhere than its caller's.
 */
export function checkSignature(query: QueryRequest, signed: SignedBy, secretAccessKey: string): void {
  const date = query.headers.get('x-amz-date') ?? '';
  const text = ['AWS4-HMAC-SHA256', date, signed.scope, sha256(canonicalRequest(query, signed))].join('\n');
  const key = signed.scope
    .split('/')
    .reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  const wanted = hmac(key, text);
  const given = Buffer.from(signed.signature, 'hex');
  const isOurs = signed.signedHeaders.includes('host') && timingSafeEqual(wanted, given);
  if (!isOurs)
    throw new QueryError(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
}

function canonicalRequest({ method, url, headers, body }: QueryRequest, { signedHeaders }: SignedBy): string {
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const lines = signedHeaders.map((name) => {
    // The name that the caller used: behind the front door it is in the URL, not in the Host header.
    const value = name === 'host' ? url.host : (headers.get(name) ?? '');
    return `${name}:${value.trim().replace(/ +/g, ' ')}\n`;
  });
  return [method, url.pathname, query, lines.join(''), signedHeaders.join(';'), sha256(body)].join('\n');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
