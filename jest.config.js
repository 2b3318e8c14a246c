/** Native ESM: TypeScript loses its types in swc and runs as it is. */
/** @type {import('jest').Config} */
export default {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024', experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
      },
    ],
  },
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Whole processes, whole cases and steps that are killed again and again, and the many random walks and bodies, have a script of their own: `npm run test:slow`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '\\.slow\\.test\\.ts$'],
  // Jest would leave one core to the terminal.
  maxWorkers: '100%',
  testTimeout: 30_000,
  collectCoverageFrom: [
    'core/**/*.ts',
    'adapters/**/*.ts',
    'web/**/*.ts',
    'lambdas/shared/**/*.ts',
    'local/**/*.ts',
    'lib/**/*.ts',
  ],
  coverageDirectory: 'coverage',
  coverageProvider: 'v8',
};
