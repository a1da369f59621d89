/** Where things are on the catalog's pages. */
export const catalogScreens = {
  catalog: '#catalog',
  tile: (application: string) => `[data-application="${application}"]`,
} as const;
