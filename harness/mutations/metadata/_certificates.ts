/**
 * Certificates for metadata that is wrong, base64 DER. Each was made once, valid from 2020 to the end of 2099;
 * the private keys were thrown away, since nothing is ever signed with them.
 */

/** RSA of 1024 bits. */
export const weakCertificate = [
  'MIIBszCCARygAwIBAgIBATANBgkqhkiG9w0BAQsFADAXMRUwEwYDVQQDEwx3ZWFrLmV4YW1wbGUwIBcNMjAwMTAx',
  'MDAwMDAwWhgPMjA5OTEyMzEyMzU5NTlaMBcxFTATBgNVBAMTDHdlYWsuZXhhbXBsZTCBnzANBgkqhkiG9w0BAQEF',
  'AAOBjQAwgYkCgYEA4r937XSDVZbU4ir1JtcN6p+yZjliUJD1Kz4D4r5BA0PdrIRSn1D1PNSokCf7Tv8ecKAploZL',
  '8UmUiW7dvmM1wgFUV6rDYpQW9zguc5EmP6ZMKauAP3y4c0gOKOwGfmjZOPtcuN7rlWvzPfOWfYdowjOg3WjUwCwS',
  'zQSZ2hQeLm8CAwEAAaMNMAswCQYDVR0TBAIwADANBgkqhkiG9w0BAQsFAAOBgQAhzjChqlUGt2K0SBos4MAkxO67',
  'OVJytN8E8tZ7xuh2W2NkkN2O0dcxyCAIAreWq2ad7d7i22HBzPrj8qqvh8oTZ0QFwYxe7Gl5/ZxICVWJPKpyYI2J',
  'cXnCl4gnwJpta1il1EWyJoBC9lsTT9Bfo1AVZsWAUXABvFVrRUpBFQEZXQ==',
].join('');

/** RSA of 2048 bits, with the extension basicConstraints twice. */
export const certificateWithRepeatedExtension = [
  'MIICyzCCAbOgAwIBAgIBATANBgkqhkiG9w0BAQsFADAbMRkwFwYDVQQDExByZXBlYXRlZC5leGFtcGxlMCAXDTIw',
  'MDEwMTAwMDAwMFoYDzIwOTkxMjMxMjM1OTU5WjAbMRkwFwYDVQQDExByZXBlYXRlZC5leGFtcGxlMIIBIjANBgkq',
  'hkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqnVlJLzwhZPlybtUKlwgvEg/MueCQR7YqcjmXNLrFaWosuRAJ4KLM6P9',
  'HllTH0Git9ATmMAlpkRdbr1NnllY9oO1bCQi516qouTZmaVtmrB9qOrwO0WV89/JvE9NmxdDJ52Nyt6p5FH4+Diy',
  'hCaF0M2EsW7lqXtWx2M3pXOEFlwQknpy1e7QGnyiAFB1sZhlIfTwUnGEG8YJoITVjfDRYxmbZkEhC0BeTWwxtd8m',
  'RjJcIQdW+/qmgdJlUeb0PdP6G5izJi1DBpd3puT/Va3rqwwQN3oM5CjU9Wuxow/s7HY4hWs64pCj/7G6OKCeG2gM',
  'wvAJLtH57Z51plA99EqefQIDAQABoxgwFjAJBgNVHRMEAjAAMAkGA1UdEwQCMAAwDQYJKoZIhvcNAQELBQADggEB',
  'ACn5FTBSkciQIoTsJiSLg5SNbS9WyXzI6Ta/Ka7XHXs/L4CPk9Mqm7XT8mdmIDTHwzuf4Zarm+ogIphPLcSImQ/r',
  'SckwfiJdej0HBlEc3rb8QWQGvZdOEwhFwADl9xCM8sybZSpwelEHt3T0Xsy9ZHT2W7neep/FTP87EgibSQ/GfqXR',
  'HlVJJYVtVR67xmpddYSCgEabUBuxEGev0qdnIPkxfL+lTu5eLUp0IVRPMAqNHKfXHu+GJIh6bgJuxELEUBQL2mUH',
  'qxr/MnoK51bl5oSax7z0+Qd+WDvqooLkMLL/Q800XNAU+g5oLQsMmuyOYRn6iROXDf4EpNyYRHl5yWA=',
].join('');

/** RSA of 2048 bits, without fault. */
export const leftOverCertificate = [
  'MIICwjCCAaqgAwIBAgIBATANBgkqhkiG9w0BAQsFADAcMRowGAYDVQQDExFsZWZ0LW92ZXIuZXhhbXBsZTAgFw0y',
  'MDAxMDEwMDAwMDBaGA8yMDk5MTIzMTIzNTk1OVowHDEaMBgGA1UEAxMRbGVmdC1vdmVyLmV4YW1wbGUwggEiMA0G',
  'CSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCoFcypgj9Rz8XqqU3nP39IfHrx49QrhKB/QB7TOMGSh9glVFe4tZ+q',
  '6bhpEDZCgTUR1t5vHadihEFQERIgPsVF8YXt/HNx5cD00FCDVwlhKdHHSkOZoLI1hoy7775KWnKgNKQvdJh1z3OL',
  'MCW9kV+UvsiP1e5hmXHppwDluPHi89npe24hB8CUeOlBzzBpcJLtiRAFmVp42oPfUKtYwFsvMAgS3WHhiRml7Mge',
  'qeKjfmKuFKMpbSiRN+nfrUtjj9ueIpwfDVEGNjTMb+YZp2W8f2BDDYv3jTXT0TSSjay6ibfXUMa/ieGh954Nv96v',
  'qQZBmAOmKCIiM0+7mJrE2BcLAgMBAAGjDTALMAkGA1UdEwQCMAAwDQYJKoZIhvcNAQELBQADggEBACrO7yCuZZzk',
  'sVph+R7Wc0+3uSL3FmZga9PWeXFBBCt2q3aMinDZZ6g0FG5dO5iXaWfI7OsHd+2DnAEAHAoohi4RHYbY9NXx0UkJ',
  'L6oBVDUE06AqQiq0cG3fdfLYNoGxmqdL06yx1YcapaD3OvKlIShYiUqv7cD4UVIumuzoTBqgzuc13zPXG9sJOKDU',
  '9PA02e3ucgU2n2m1YpdobJLhl7Rb55i1cLp/HVOuqXWO7nQnbwIe16JM4nN+W4dYG8BhykXUxmNiv6sDvj+kupV8',
  'mC4RXfEpZ9j+nnwxLtOXoQ+5whgTED4L6tsw4B0pU4cG4Ly03J3X3gv0JGF+DmPoNNM=',
].join('');
