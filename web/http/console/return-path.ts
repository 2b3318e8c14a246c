export const CONSOLE = '/konsol';
export const BOARD = `${CONSOLE}/papan`;
export const MAILS = `${CONSOLE}/surat`;
export const FACTORS = `${CONSOLE}/faktor`;
export const RECOVERY = `${CONSOLE}/pemulihan`;
export const SILENCE = `${CONSOLE}/kelalaian`;

/** A path of the console and nothing else: no other site, no other part of this one. */
const PATH = /^\/konsol(\/[\w-]+)*(\?[\w.&=%~+-]*)?$/;

/** Where to go after the sign-in: the page that was asked for, or the console's first. */
export const returnPath = (asked: string | null | undefined): string =>
  asked !== null && asked !== undefined && asked.length <= 500 && PATH.test(asked) ? asked : CONSOLE;
