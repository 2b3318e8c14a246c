/** `wajib diisi` as a sentence begins: `Wajib diisi`. */
export const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `wajib diisi` as a whole sentence: `Wajib diisi.` */
export const sentence = (text: string): string => `${capitalised(text)}${/[.!?…]$/.test(text) ? '' : '.'}`;
