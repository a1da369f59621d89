import { type HttpHandler, http } from 'msw';
import type { Double } from '../../harness/model/double.ts';

/** The same double for functions that run in this process: handlers for msw's `setupServer`. */
export function kosmosApiHandlers(double: Double): readonly HttpHandler[] {
  return double.hosts.map((host) => http.all(`https://${host}/*`, ({ request }) => double.fetch(request)));
}
