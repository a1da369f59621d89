const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** Whether the text is an IPv4 address in dotted decimals or an IPv6 address (saml-core 2.4.1.2). */
export function isIpAddress(text: string): boolean {
  if (ipv4.test(text)) return true;
  // URL parsing knows every form of IPv6 (RFC 4291) and refuses anything else in brackets.
  return /^[\da-fA-F:.]+$/.test(text) && text.includes(':') && URL.canParse(`http://[${text}]/`);
}
