/** Languages of the pages; Indonesian comes first. */
export const langs = ['id', 'en'] as const;
export type Lang = (typeof langs)[number];
