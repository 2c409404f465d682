import type { SiteDefinition } from '../definition/definition.ts';

const ID = '(?<id>[\\w-]{11})';

/** Watch, Shorts, live, embeds, short links and Studio show one clip. `/clip/` names no video, so it stays a plain page. */
export const youtube: SiteDefinition = {
  id: 'youtube',
  name: 'YouTube',
  version: 2,
  kind: 'video',
  match: {
    hosts: [
      'youtube.com',
      '*.youtube.com',
      'youtu.be',
      'youtube-nocookie.com',
      '*.youtube-nocookie.com',
      'youtubekids.com',
      '*.youtubekids.com',
      'youtube.googleapis.com',
    ],
  },
  pages: [
    // These have eleven letters too but are no clips: a player of lists, and of whatever a channel streams now.
    {
      type: 'playlist',
      address: [{ path: '/embed/videoseries/?', query: { list: '(?<id>[\\w-]{2,80})' } }],
      origin: 'https://www.youtube.com',
      title: [{ css: '.ytp-title-link' }],
    },
    {
      type: 'channel',
      address: [{ path: '/embed/live_stream/?', query: { channel: '(?<id>[\\w-]{2,80})' } }],
      origin: 'https://www.youtube.com',
      title: [{ css: '.ytp-title-link' }],
    },
    {
      type: 'player',
      address: [{ path: '/embed/(?<id>videoseries|live_stream)/?' }],
      origin: 'https://www.youtube.com',
    },
    {
      type: 'watch',
      address: [
        { host: 'youtu\\.be', path: `/${ID}/?` },
        { host: 'studio\\.youtube\\.com', path: `/video/${ID}(?:/.*)?` },
        { path: '/(?:(?:watch|movie)(?:_popup)?(?:\\.php)?/?)?', query: { v: ID } },
        { path: '/attribution_link', query: { u: `/watch\\?(?:.*&)?v=${ID}(?:&.*)?` } },
        { path: `/(?:shorts|live|embed|e|v|watch)/${ID}(?:/.*)?` },
      ],
      origin: 'https://www.youtube.com',
      canonical: '/watch?v={id}',
      title: [
        { css: 'ytd-watch-metadata h1' },
        { css: 'yt-shorts-video-title-view-model h2' },
        { css: 'ytd-reel-video-renderer[is-active] h2' },
        { css: 'h1.title' },
        { css: '.slim-video-metadata-title' },
        { css: '.slim-video-information-title' },
        { css: '.ytp-title-link' },
        { css: 'ytcp-video-info #video-title' },
        { css: 'title', pattern: '(?:\\(\\d+\\) )?(?<text>.+?) - YouTube(?: Studio)?' },
      ],
      owner: [
        { css: 'ytd-watch-metadata #owner #channel-name a' },
        { css: 'ytd-video-owner-renderer #channel-name a' },
        { css: 'yt-reel-channel-bar-view-model a' },
        { css: 'ytd-reel-video-renderer[is-active] #channel-name a' },
        { css: '.slim-owner-channel-name' },
        { css: '.slim-owner-bylines' },
      ],
    },
  ],
  video: {
    element: [
      '#movie_player .html5-video-container video',
      'ytd-reel-video-renderer[is-active] video',
      '#movie_player video',
      'video.html5-main-video',
    ],
    ignore: ['ytd-miniplayer[active]', '#video-preview', 'ytd-video-preview', '.ytp-inline-preview-mode'],
    timeline: [
      '.ytp-progress-bar',
      '.ytp-progress-bar-container',
      '.ytChapteredProgressBarHost',
      '.ytProgressBarLineHost',
      '.YtProgressBarLineHost',
    ],
    captions: ['.ytp-caption-window-container .caption-visual-line', '.ytp-caption-segment'],
    transcript: {
      // A page has either the older panel or the one of 2026, so that a comma is safe here.
      row: 'ytd-transcript-segment-renderer, transcript-segment-view-model',
      time: '.segment-timestamp, .ytwTranscriptSegmentViewModelTimestamp',
      text: '.segment-text, span[role="text"]',
    },
    ad: ['.ad-showing', '.ad-interrupting'],
    timeParameter: 't',
  },
  navigation: { events: ['yt-navigate-finish', 'yt-page-data-updated', 'state-navigateend'], maxMs: 3000 },
  tried: { on: 'published', what: 'page structure as public extensions read it', date: '2026-11-22' },
};
