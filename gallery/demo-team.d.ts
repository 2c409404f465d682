declare module 'virtual:demo-team' {
  /** In ms since 1970. */
  export const now: number;
  export const artifacts: import('../server/demo/works.ts').DemoArtifacts;
  /** Of all members; who may see which is another matter. */
  export const records: import('#lib/records/envelope.ts').Envelope[];
}
