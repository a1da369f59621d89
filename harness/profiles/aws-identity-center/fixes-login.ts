import type { Fix } from '../../model/check.ts';
import { adminX, app, identityCenter, mobileApp, source } from './fields.ts';

/** Where the journey itself is mended: what is sent where, who lands where. */
export const loginFixes: Readonly<Record<string, Fix>> = {
  'transport/response-address': adminX(
    app.acsUrl,
    `Copy the value from IAM Identity Center → ${source.acsUrl}.`,
  ),
  'transport/response-in-url': adminX(app.method, 'Set it to POST.'),
  'transport/relay-state-returned': adminX(
    app.all,
    'Set no default relay state; hand back the one that came with the request.',
  ),
  'transport/relay-state-size': adminX(app.all, 'Set no default relay state, or one of at most 80 bytes.'),
  'session/right-user': adminX(
    app.nameIdValue,
    'Set it to email; each e-mail address must be the user name of one person in IAM Identity Center → Users.',
  ),
  'session/portal-user': identityCenter(
    source.users,
    'Compare the user name with the e-mail address in 1Kosmos.',
  ),
  'session/deep-link': adminX(
    app.accessUrl,
    `Enter the AWS access portal URL from IAM Identity Center → ${source.portalUrl}, and set no default relay state.`,
  ),
  'outcome/as-expected': identityCenter(
    source.metadata,
    'Follow the other findings of this login; without one, compare the values of both consoles step by step.',
  ),
  'outcome/assertion-after-refusal': adminX(
    app.all,
    'Restrict the application to the people who are assigned to it.',
  ),
  'authenticator/factor': mobileApp(
    'Have the person enrol Touch ID, Face ID or LiveID before the login is tried.',
  ),
  'authenticator/liveness': mobileApp(
    'Have the person enrol LiveID anew, and repeat the login with the liveness check.',
  ),
  'authenticator/request-shown': adminX(
    app.name,
    'Enter “AWS IAM Identity Center”, so that people know what they approve.',
  ),
};
