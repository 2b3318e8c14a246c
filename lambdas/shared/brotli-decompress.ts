import { brotliDecompressSync } from 'node:zlib';

/**
 * Stands in for the package `brotli` in the bundles: Node has the same decoder built in, and the package would be a third of the function
 * that prints letters.
 */
export default (compressed: Uint8Array): Uint8Array => new Uint8Array(brotliDecompressSync(compressed));
