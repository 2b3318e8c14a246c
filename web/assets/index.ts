/** The static files of the pages: where they are asked for, which file beside this one holds them, what they are. */
export const assets = [
  { path: '/assets/tertib.css', file: 'tertib.css', mediaType: 'text/css; charset=utf-8' },
  { path: '/assets/passkey.js', file: 'passkey.js', mediaType: 'text/javascript; charset=utf-8' },
  { path: '/assets/mark.svg', file: 'mark.svg', mediaType: 'image/svg+xml' },
] as const;
