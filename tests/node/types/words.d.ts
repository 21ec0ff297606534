// Written at build from generator/intramentor/pages/wording/<language>/scripts; here for the type checker alone.
declare const words: Record<string, string>;
export default words;
