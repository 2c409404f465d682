/** The demo workspace, for `npm start` and for tests. */
export {
  type DemoArtifacts,
  type DemoDevice,
  type DemoKey,
  type DemoOptions,
  type DemoWorkspace,
  seedDemo,
} from './demo/seed.ts';
