import net from 'node:net';

interface Target {
  host?: string;
  port?: number | string;
  /** Of a socket file; `null` where https makes the options. */
  path?: string | null;
}

/** Leads connections to `hosts` to the gate on loopback, and refuses all others: a function reaches nothing else. */
export function allowOnly(hosts: readonly string[], gatePort: number): void {
  const connect = net.Socket.prototype.connect;
  const guarded = function (this: net.Socket, ...args: unknown[]): net.Socket {
    // Node itself calls it with what its own normalisation gave: an array of options and callback.
    const [first, ...rest] = (Array.isArray(args[0]) ? args[0] : args) as [unknown, ...unknown[]];
    const options: Target =
      typeof first === 'object' && first !== null ? { ...first } : { port: Number(first) };
    if (typeof first === 'number' && typeof rest[0] === 'string') options.host = rest.shift() as string; // (port, host)
    const host = (options.host ?? 'localhost').toLowerCase();
    const callback = rest.find((one) => typeof one === 'function') as (() => void) | undefined;
    if (typeof options.path === 'string' || !hosts.includes(host)) {
      const place = options.path ?? host;
      process.nextTick(() =>
        this.destroy(new Error(`This function may not reach "${place}": it is not among its routes.`)),
      );
      return this;
    }
    const led = { ...options, host: '127.0.0.1', port: gatePort };
    return Reflect.apply(connect, this, [led, callback]) as net.Socket;
  };
  net.Socket.prototype.connect = guarded as typeof connect; // one function for all of its overloads
}
