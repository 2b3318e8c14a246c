import base from '../../jest.config.js';

/** Run by `npm run test:browser`, which starts the system that these tests visit. */
/** @type {import('jest').Config} */
export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  testSequencer: '<rootDir>/test/browser/sequencer.js',
  testTimeout: 120_000,
};
