import { unsignedDocumentSigner } from '../../adapters/unsigned-document-signer.ts';
import type { LetterPrinter } from '../../core/ports.ts';
import type { Ports } from '../../core/use-cases/ports.ts';

type Methods = { [K in Exclude<keyof Ports, 'baseUrl' | 'mailDomain'>]?: Partial<Ports[K]> };

/** `port` with some methods replaced; the others keep their own `this`. */
const overlay = <P extends object>(port: P, methods: object): P =>
  new Proxy(port, {
    get: (target, key) => {
      const found: unknown = Reflect.get(key in methods ? methods : target, key);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });

/** Runs `work` while some methods of the ports are replaced, and puts them back. */
export const withPorts = async <T>(ports: Ports, replaced: Methods, work: () => Promise<T>): Promise<T> => {
  const kept = { ...ports };
  for (const [name, methods] of Object.entries(replaced)) {
    const standing: unknown = Reflect.get(kept, name);
    if (typeof standing === 'object' && standing !== null) Object.assign(ports, { [name]: overlay(standing, methods) });
  }
  try {
    return await work();
  } finally {
    Object.assign(ports, kept);
  }
};

export const down = (): Promise<never> => Promise.reject(new Error('down'));

/** A letter's bytes without the cost of a PDF. */
export const quickPrinter: LetterPrinter = {
  pdf: async (letter) => new TextEncoder().encode(JSON.stringify(letter)),
};

/** Letters without the cost of a PDF; nothing can be signed inside what is none. */
export const quickLetters = { letterPrinter: quickPrinter, documentSigner: unsignedDocumentSigner };
