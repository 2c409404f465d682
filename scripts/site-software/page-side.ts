/** What check-identity.ts puts into a page. */

export { identify, probe } from '#lib/artifacts/identify/identify.ts';
export { findVideo } from '#lib/artifacts/media/find-video.ts';
export { followNavigation } from '#lib/artifacts/navigation.ts';
export { definitionById } from '#lib/artifacts/sites/find-site.ts';
