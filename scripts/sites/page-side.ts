/** What check-identity.ts puts into a page. */
export { definitionById } from '../../lib/artifacts/catalogue.ts';
export { findVideo } from '../../lib/artifacts/find-video.ts';
export { identify, probe } from '../../lib/artifacts/identify.ts';
export { followNavigation } from '../../lib/artifacts/navigation.ts';
