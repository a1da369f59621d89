import { createHash } from 'node:crypto';
import type { Ids } from '../../core/ids.ts';

/** A UUID (version 4) from the double's own source of randomness. */
export function createUuid(ids: Ids): string {
  const hex = createHash('sha256').update(ids.token()).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
