import type { Evidence, Exchange, Header, TargetRecord } from '../../model/evidence.ts';
import type { HeaderFault } from '../../model/mutation.ts';
import type { Delivery } from '../../model/records.ts';
import { rawOf, recordArtifact, withArtifacts } from './artifact.ts';
import { EditError } from './edit.ts';
import { maskMessages } from './redirect.ts';

/**
 * What a double's header fault would have done to recorded answers: those of that side's hosts whose path begins
 * with the fault's. Throws EditError when it touches none.
 */
export function applyHeaderFault(
  exchanges: readonly Exchange[],
  fault: HeaderFault,
  targets: readonly TargetRecord[],
): readonly Exchange[] {
  const origins = targets.filter(({ role }) => role === fault.double).flatMap((target) => target.origins);
  const isMeant = ({ url }: Exchange) => {
    const address = URL.parse(url);
    return address !== null && origins.includes(address.origin) && address.pathname.startsWith(fault.path);
  };
  if (!exchanges.some(isMeant))
    throw new EditError(`No answer of "${fault.double}" is below "${fault.path}".`);
  return exchanges.map((exchange) => (isMeant(exchange) ? changeAnswer(exchange, fault) : exchange));
}

function changeAnswer(exchange: Exchange, fault: HeaderFault): Exchange {
  const set = Object.entries(fault.set ?? {}).map(([name, value]) => ({ name: name.toLowerCase(), value }));
  const gone = [...(fault.remove ?? []).map((name) => name.toLowerCase()), ...set.map(({ name }) => name)];
  const kept = exchange.responseHeaders.filter(({ name }) => !gone.includes(name));
  const responseHeaders = [...kept, ...set].map((header) => changeCookie(header, fault.cookie));
  const { responseBody } = exchange;
  if (fault.appendHtml === undefined || responseBody?.includes('</body>') !== true)
    return { ...exchange, responseHeaders };
  const at = responseBody.lastIndexOf('</body>');
  const changed = responseBody.slice(0, at) + fault.appendHtml + responseBody.slice(at);
  return { ...exchange, responseHeaders, responseBody: changed };
}

function changeCookie({ name, value }: Header, change: HeaderFault['cookie']): Header {
  if (name !== 'set-cookie' || change === undefined) return { name, value };
  const nameOf = (part: string) => part.split('=')[0]?.trim().toLowerCase();
  const [pair = '', ...attributes] = value.split(';');
  const gone = [change.drop, change.add].filter((part) => part !== undefined).map(nameOf);
  const kept = attributes.filter((part) => !gone.includes(nameOf(part)));
  return { name, value: [pair, ...kept, ...(change.add === undefined ? [] : [` ${change.add}`])].join(';') };
}

/** Deliveries are read off the traffic: what the traffic says of TLS and of the carrying answer, they say too. */
export function syncDeliveries(evidence: Evidence): Evidence {
  const raw = rawOf(evidence, 'exchanges');
  if (raw === undefined) return evidence;
  // Written by ourselves, so that its type holds.
  const exchanges = JSON.parse(raw) as readonly Exchange[];
  return (['request-delivery', 'response-delivery'] as const).reduce((changed, name) => {
    const delivery = rawOf(changed, name);
    if (delivery === undefined) return changed;
    const synced = syncDelivery(JSON.parse(delivery) as Delivery, exchanges);
    return withArtifacts(changed, { [name]: recordArtifact(synced) });
  }, evidence);
}

function syncDelivery(delivery: Delivery, exchanges: readonly Exchange[]): Delivery {
  const url = maskMessages(delivery.url);
  const own = exchanges.find((one) => one.url === url && one.method === delivery.method);
  if (own === undefined) return delivery;
  const carrier = exchanges.find(
    (one) =>
      one.index < own.index &&
      one.status >= 300 &&
      one.status < 400 &&
      one.responseHeaders.some(({ name, value }) => name === 'location' && value === url),
  );
  const { carriedBy: _, ...rest } = delivery;
  const tls = own.tls;
  if (carrier === undefined) return { ...rest, tls };
  return keepOrder(delivery, {
    ...rest,
    carriedBy: { status: carrier.status, headers: carrier.responseHeaders },
    tls,
  });
}

/** The fields in the order of the delivery before, so that the same facts give the same bytes. */
function keepOrder(before: Delivery, after: Delivery): Delivery {
  return { ...before, ...after };
}
