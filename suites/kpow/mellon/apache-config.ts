/** Where Debian's packages apache2 and libapache2-mod-auth-mellon put the modules. */
export const modules = '/usr/lib/apache2/modules';

export interface ApacheFacts {
  /** Everything that it writes, and its pages below `pages`. */
  readonly folder: string;
  readonly port: number;
  /** Public origin, which the front door answers under. */
  readonly origin: string;
  readonly entityId: string;
  /** Attribute that holds the roles. */
  readonly rolesAttribute: string;
}

const loaded = [
  'mpm_event',
  'authn_core',
  'authz_core',
  'authz_user',
  'mime',
  'dir',
  'alias',
  'include',
  'headers',
  'auth_mellon',
];

/** How many roles a page lists: mod_auth_mellon hands each to it as a variable of its own. */
const mostRoles = 100;

/** Apache as a service provider: one protected folder, its consumer service, and nothing that AWS makes. */
export function writeApacheConfig({ folder, port, origin, entityId }: ApacheFacts): string {
  return `ServerRoot "${folder}"
DefaultRuntimeDir "${folder}"
PidFile "${folder}/apache.pid"
ErrorLog "${folder}/error.log"
Mutex "file:${folder}" default
Listen 127.0.0.1:${port}
${loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
TypesConfig /dev/null
AddType text/html .html .shtml
AddOutputFilter INCLUDES .shtml
<IfModule unixd_module>
  User www-data
  Group www-data
</IfModule>
# The name that browsers use; the front door in front of it speaks TLS.
ServerName ${origin}:443
UseCanonicalName On
DocumentRoot "${folder}/pages"
DirectoryIndex index.shtml
RedirectMatch 303 "^/$" "${origin}/app/"
# Changed at every restart, so that one can tell when it is over.
Include "${folder}/generation.conf"
${[400, 401, 403, 404, 405, 500].map((status) => `ErrorDocument ${status} /refused.html`).join('\n')}
Header always set Strict-Transport-Security "max-age=63072000; includeSubDomains"
Header always set X-Content-Type-Options nosniff
Header always set X-Frame-Options DENY
MellonLockFile "${folder}/mellon.lock"
MellonPostDirectory "${folder}/posts"
<Location />
  Options +Includes
  Require all granted
  MellonEnable info
  MellonEndpointPath /mellon
  MellonSPentityId "${entityId}"
  MellonSPMetadataFile "${folder}/sp-metadata.xml"
  MellonSPPrivateKeyFile "${folder}/sp.key"
  MellonSPCertFile "${folder}/sp.crt"
  MellonIdPMetadataFile "${folder}/idp-metadata.xml"
  MellonSecureCookie On
  MellonCookieSameSite none
  MellonDefaultLoginPath /app/
</Location>
<Location /app>
  MellonEnable auth
  AuthType Mellon
  Require valid-user
  Header always set Cache-Control no-store
</Location>
`;
}

/** The protected page: who is signed in, and their roles. */
export function writeHomePage({ rolesAttribute }: Pick<ApacheFacts, 'rolesAttribute'>): string {
  const items = roleVariables(rolesAttribute).map((name) =>
    ifSet(name, `<li data-role><!--#echo encoding="entity" var="${name}" --></li>`),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Application</title></head>
<body><main data-testid="application-home"><h1>You are signed in</h1>
<p>as <strong data-testid="user-name"><!--#echo encoding="entity" var="MELLON_NAME_ID" --></strong></p>
<ul>${items.join('\n')}</ul></main></body></html>
`;
}

export const refusedPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not signed in</title></head>
<body><main data-testid="application-refused-here"><h1>You could not be signed in</h1>
<p>Try again. If it happens once more, tell your administrator the time.</p></main></body></html>
`;

/** What an administrator publishes of it. Without a NameID format there, its requests ask for a transient one. */
export function writeSpMetadata({ origin, entityId }: ApacheFacts, certificateDer: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${entityId}">
  <SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificateDer}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>
    <NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</NameIDFormat>
    <AssertionConsumerService index="0" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${origin}/mellon/postResponse"/>
  </SPSSODescriptor>
</EntityDescriptor>
`;
}

function roleVariables(attribute: string): readonly string[] {
  return Array.from({ length: mostRoles }, (_, index) => `MELLON_${attribute}_${index}`);
}

function ifSet(name: string, markup: string): string {
  return `<!--#if expr="-n reqenv('${name}')" -->${markup}<!--#endif -->`;
}
