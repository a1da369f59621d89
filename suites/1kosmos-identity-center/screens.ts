/** Where things are on the access portal's pages. */
export const portalScreens = {
  userName: '#username-input',
  next: '#username-submit-button',
  home: '[data-testid=portal-home]',
  shownName: '[data-testid=user-name]',
  account: '[data-account-id]',
  destination: '[data-testid=console]',
  refusal: '[data-testid=error-page], [data-testid=console-refused]',
  signOut: '#sign-out-button',
} as const;
