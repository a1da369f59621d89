/** Where things are on the application's pages, and on those of the hosted UI. */
export const appScreens = {
  welcome: '[data-testid=welcome]',
  signIn: '#sign-in',
  home: '[data-testid=app-home]',
  shownName: '[data-testid=user-name]',
  destination: '[data-testid=app-home]',
  refusal: '[data-testid=app-refusal], [data-testid=hosted-error]',
  signOut: '#sign-out-button',
} as const;
