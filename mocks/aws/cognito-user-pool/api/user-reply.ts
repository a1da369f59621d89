import type { PoolUser } from '../types.ts';

/** What triggers are told of a user: all text, the status among it. */
export function eventAttributes(user: PoolUser): Readonly<Record<string, string>> {
  return { sub: user.sub, 'cognito:user_status': user.status, ...user.attributes };
}

/** `[{ Name, Value }]`, as the API has it. */
export function attributeList(user: PoolUser) {
  return Object.entries({ sub: user.sub, ...user.attributes }).map(([Name, Value]) => ({ Name, Value }));
}

/** `b***@a***`: as much of an address as a caller who may not be its owner gets to see. */
export function maskAddress(address: string): string {
  const [name = '', host = ''] = address.split('@');
  return `${name.slice(0, 1)}***@${host.slice(0, 1)}***`;
}
