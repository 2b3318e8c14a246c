import base from './jest.config.js';

/** Flows and whole machines that are killed at every step, and the many random walks and bodies. */
/** @type {import('jest').Config} */
export default { ...base, testMatch: ['**/*.slow.test.ts'], testPathIgnorePatterns: ['/node_modules/'] };
