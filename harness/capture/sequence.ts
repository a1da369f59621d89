import type { Exchange, TargetRecord } from '../model/evidence.ts';
import type { PhoneRecord } from '../model/records.ts';
import type { SequenceMessage } from '../model/report.ts';

const browser = 'Browser';
const phoneName = 'Phone';

/**
 * The journey as a list of messages between parties, in order of time: what the browser sent and was answered, and what
 * the phone did. Polling and page resources are left out; a redirect is one line that says where it leads.
 */
export function buildSequence(
  exchanges: readonly Exchange[],
  targets: readonly TargetRecord[],
  phone?: PhoneRecord,
): readonly SequenceMessage[] {
  const nameOf = namer(targets);
  const pages = exchanges.filter(
    ({ resource, status, url, startedAt }) =>
      // Exchanges of a saved bundle may hold anything.
      resource === 'document' && status > 0 && URL.canParse(url) && !Number.isNaN(Date.parse(startedAt)),
  );
  const messages = pages.flatMap((exchange, index) =>
    describeExchange(exchange, nameOf, pages[index + 1]?.startedAt),
  );
  const idp = targets.find(({ role }) => role === 'idp')?.product ?? 'Identity provider';
  return [...messages, ...describePhone(phone, idp)].sort((a, b) => a.at.localeCompare(b.at));
}

function namer(targets: readonly TargetRecord[]): (url: string) => string {
  return (url) => {
    const { origin, host } = new URL(url);
    return targets.find(({ origins }) => origins.includes(origin))?.product ?? host;
  };
}

/** @param nextAt when the browser asked for the next page: by then it had this answer, whose body may have gone on */
function describeExchange(
  exchange: Exchange,
  nameOf: (url: string) => string,
  nextAt: string | undefined,
): readonly SequenceMessage[] {
  const party = nameOf(exchange.url);
  const location = exchange.responseHeaders.find(({ name }) => name === 'location')?.value;
  const endedAt = later(exchange.startedAt, exchange.durationMs);
  const hadIt = nextAt !== undefined && exchange.startedAt <= nextAt && nextAt < endedAt;
  const answeredAt = hadIt ? nextAt : endedAt;
  return [
    {
      from: browser,
      to: party,
      label: labelOf(exchange),
      detail: `${exchange.method} ${shorten(exchange.url)}`,
      at: exchange.startedAt,
    },
    {
      from: party,
      to: browser,
      label: location === undefined ? titleOf(exchange) : 'Redirect',
      detail: `${exchange.status}${location === undefined ? '' : ` → ${shorten(location)}`}`,
      at: answeredAt,
    },
  ];
}

function later(instant: string, ms: number): string {
  const date = new Date(Date.parse(instant) + ms);
  return Number.isNaN(date.getTime()) ? instant : date.toISOString();
}

function labelOf({ url, requestBody, method }: Exchange): string {
  const sent = `${url} ${requestBody ?? ''}`;
  if (sent.includes('SAMLResponse=')) return 'SAML Response';
  if (sent.includes('SAMLRequest=')) return 'AuthnRequest';
  return method === 'GET' ? 'Open' : 'Submit';
}

function titleOf({ responseBody }: Exchange): string {
  const title = /<title[^>]*>([^<]{1,80})/i.exec(responseBody ?? '')?.[1]?.trim();
  return title === undefined || title === '' ? 'Page' : title;
}

function describePhone(phone: PhoneRecord | undefined, idp: string): readonly SequenceMessage[] {
  if (phone === undefined) return [];
  const { answer, verdict } = phone;
  const sentAt = answer.sentAt ?? phone.issuedAt;
  const decision =
    answer.decision === 'none'
      ? 'No answer'
      : `${answer.decision === 'approve' ? 'Approve' : 'Deny'} (${answer.biometric ?? 'no biometric'})`;
  return [
    {
      from: browser,
      to: phoneName,
      label: 'QR code on the screen',
      detail: phone.pageOrigin,
      at: phone.issuedAt,
    },
    { from: phoneName, to: idp, label: decision, detail: 'signed by the device', at: sentAt },
    { from: idp, to: phoneName, label: verdict.code, detail: String(verdict.status), at: sentAt },
  ];
}

function shorten(url: string): string {
  const [address = ''] = url.split(/[?#]/);
  return address.length > 60 ? `${address.slice(0, 40)}…${address.slice(-18)}` : address;
}
