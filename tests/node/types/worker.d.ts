// Written at build above the worker's code; here for the type checker alone.
declare const files: Record<string, string>;
declare const store: string;
