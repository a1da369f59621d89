interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/**
 * Whether an address lies in a CIDR range (`203.0.113.0/24`, `2001:db8::/64`); a range without a prefix is the one
 * address. False when either text is neither. Source: IAM User Guide, "IP address condition operators".
 */
export function isInRange(address: string, range: string): boolean {
  const [base, prefix, ...rest] = range.split('/');
  const inside = readAddress(address);
  const network = readAddress(base ?? '');
  if (inside === undefined || network === undefined || rest.length > 0 || inside.bits !== network.bits)
    return false;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return false;
  const length = prefix === undefined ? network.bits : Number(prefix);
  if (length > network.bits) return false;
  const shift = BigInt(network.bits - length);
  return inside.value >> shift === network.value >> shift;
}

function readAddress(text: string): Address | undefined {
  if (!text.includes(':')) {
    const value = readIpv4(text);
    return value === undefined ? undefined : { bits: 32, value };
  }
  const value = readIpv6(text);
  return value === undefined ? undefined : { bits: 128, value };
}

function readIpv4(text: string): bigint | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255))
    return undefined;
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

function readIpv6(text: string): bigint | undefined {
  const [head, tail, ...rest] = text.split('::');
  if (rest.length > 0) return undefined;
  const before = readGroups(head ?? '');
  const after = readGroups(tail ?? '');
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array<bigint>(missing).fill(0n), ...after];
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

function readGroups(text: string): readonly bigint[] | undefined {
  if (text === '') return [];
  const groups: bigint[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const mapped = index === parts.length - 1 && part.includes('.') ? readIpv4(part) : undefined;
    if (mapped !== undefined) groups.push(mapped >> 16n, mapped & 0xffffn);
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}
