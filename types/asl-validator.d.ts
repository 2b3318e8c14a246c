declare module 'asl-validator' {
  /** Checks a definition against the language's schema and its cross-references. */
  function aslValidator(definition: object): {
    readonly isValid: boolean;
    readonly errors: readonly { readonly 'Error code': string; readonly Message?: string; readonly path?: string }[];
  };
  export = aslValidator;
}
