/** RSA of 768 bits, base64 DER, 2020 to 2099. Made once; the private key was thrown away. */
export const tinyCertificate = [
  'MIIBbTCB+KADAgECAgEBMA0GCSqGSIb3DQEBCwUAMBcxFTATBgNVBAMTDHRpbnkuZXhhbXBsZTAgFw0yMDAxMDEwMDAw',
  'MDBaGA8yMDk5MTIzMTIzNTk1OVowFzEVMBMGA1UEAxMMdGlueS5leGFtcGxlMHwwDQYJKoZIhvcNAQEBBQADawAwaAJh',
  'ALwKU+j1u7cw3bGYJf+T75qMDlvWiHgcgAFuu5iWxqbYRQyzlDWLD+IvqvgKQaezQVrcS67UHm6iah/3xDwaUJzc6xLV',
  'E3dwQ582chfs1qHkX8XDhcGMp4F8zn7gId3uGwIDAQABow0wCzAJBgNVHRMEAjAAMA0GCSqGSIb3DQEBCwUAA2EAYiG+',
  'f/4F73jsQ48JRVh2zvksu8CtR00EYAoqohcBgCwLr+ro1SDNc/480hWxOP6vVn70AIcVo3XCx3QgA6xDpN0Jz079Qb45',
  'W4m+fscdDCDlSL9v1CQwU5tXhaxUq0XJ',
].join('');
