/** Where things are on the access portal's pages. */
export const portalScreens = {
  userName: '#username-input',
  next: '#username-submit-button',
  password: '#password-input',
  signIn: '#password-submit-button',
  problem: '#password-problem',
  home: '[data-testid=portal-home]',
  /** Present in the portal of somebody to whom nothing is assigned. */
  nothing: '[data-testid=no-access]',
  /** Present on every page that refuses the way into an application. */
  refusal: '[data-testid=application-refused]',
} as const;

/** Where things are on the Kpow double's pages. */
export const kpowScreens = {
  home: '[data-testid=kpow-home]',
  destination: '[data-testid=kpow-home]',
  refusal: '[data-testid=error-page]',
} as const;
