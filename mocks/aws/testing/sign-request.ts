import { createHash, createHmac } from 'node:crypto';
import type { CliKeys } from './aws-cli.ts';

/** Calls an AWS Query service by POST, signed with Signature Version 4 as an SDK would. */
export async function callSigned(
  endpoint: string,
  service: string,
  fields: Readonly<Record<string, string>>,
  keys: CliKeys,
): Promise<{ readonly status: number; readonly xml: string }> {
  const body = new URLSearchParams(fields).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    host: new URL(endpoint).host,
    'x-amz-date': '20260301T120000Z',
    ...(keys.sessionToken === undefined ? {} : { 'x-amz-security-token': keys.sessionToken }),
  };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const request = `POST\n/\n\n${lines.join('')}\n${names}\n${sha256(body)}`;
  const scope = `20260301/us-east-1/${service}/aws4_request`;
  const text = `AWS4-HMAC-SHA256\n20260301T120000Z\n${scope}\n${sha256(request)}`;
  const parts = scope.split('/');
  const key = parts.reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${keys.secretAccessKey}`);
  const signature = hmac(key, text).toString('hex');
  const { host: _host, ...sent } = headers;
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  const answer = await fetch(`${endpoint}/`, { method: 'POST', body, headers: { ...sent, authorization } });
  return { status: answer.status, xml: await answer.text() };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
