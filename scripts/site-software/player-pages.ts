/** One page a player, as its own documentation sets it up. */
const TRACK = '<track kind="captions" src="/media/clip.vtt" srclang="en" label="English" default>';
const TEXT = '<p>A discovery call with Lindhorst Spedition, recorded in November.</p>';

const page = (name: string, head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name} call</title>
<style>body{font:16px system-ui;margin:24px}.box{width:640px}</style>${head}</head>
<body><h1>Call on ${name}</h1>${TEXT}<div class="box">${body}</div></body></html>`;

const plain = `<video id="v" controls preload="metadata" width="640" height="360" src="/media/clip.webm">${TRACK}</video>`;

export const playerPages: Record<string, string> = {
  plain: page('plain HTML', '', plain),
  audio: page('plain audio', '', '<audio controls preload="metadata" src="/media/clip.webm"></audio>'),
  frame: page('a frame', '', '<iframe src="/plain" width="700" height="560" title="Player"></iframe>'),
  shadow: page(
    'a shadow root',
    '',
    `<my-player></my-player><script>customElements.define('my-player', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(plain)}; } })</script>`,
  ),
  videojs: page(
    'video.js',
    '<link rel="stylesheet" href="/npm/video.js/dist/video-js.min.css"><script src="/npm/video.js/dist/video.min.js"></script>',
    `<video id="v" class="video-js" controls preload="auto" width="640" height="360" data-setup="{}">
      <source src="/media/clip.webm" type="video/webm">${TRACK}</video>`,
  ),
  plyr: page(
    'Plyr',
    '<link rel="stylesheet" href="/npm/plyr/dist/plyr.css"><script src="/npm/plyr/dist/plyr.min.js"></script>',
    `<video id="v" controls preload="metadata" src="/media/clip.webm">${TRACK}</video>
    <script>new Plyr('#v', { iconUrl: '/npm/plyr/dist/plyr.svg', blankVideo: '', captions: { active: true } })</script>`,
  ),
  shaka: page(
    'Shaka',
    '<link rel="stylesheet" href="/npm/shaka-player/dist/controls.css"><script src="/npm/shaka-player/dist/shaka-player.ui.js"></script>',
    `<div id="box" style="width:640px"><video id="v" style="width:100%"></video></div>
    <script>(async () => { const video = document.querySelector('#v'); const player = new shaka.Player(); await player.attach(video);
      new shaka.ui.Overlay(player, document.querySelector('#box'), video);
      await player.load('/media/clip.webm'); await player.addTextTrackAsync('/media/clip.vtt', 'en', 'captions', 'text/vtt'); })()</script>`,
  ),
  hls: page(
    'hls.js',
    '<script src="/npm/hls.js/dist/hls.min.js"></script>',
    `<video id="v" controls width="640" height="360">${TRACK}</video>
    <script>const hls = new Hls(); hls.loadSource('/stream/clip.m3u8'); hls.attachMedia(document.querySelector('#v'))</script>`,
  ),
  vidstack: page(
    'Vidstack',
    `<link rel="stylesheet" href="/npm/vidstack/player/styles/default/theme.css">
    <script type="module" src="/stream/vidstack.js"></script>`,
    `<media-player title="Call" src="/media/clip.webm" load="eager" style="width:640px"><media-provider>${TRACK}</media-provider>
    </media-player>`,
  ),
  'media-chrome': page(
    'media-chrome',
    '<script type="module" src="/npm/media-chrome/dist/iife/index.js"></script>',
    `<media-controller><video slot="media" id="v" preload="metadata" width="640" height="360" src="/media/clip.webm">${TRACK}</video>
    <media-control-bar><media-play-button></media-play-button><media-time-range></media-time-range></media-control-bar></media-controller>`,
  ),
  swap: page('a playlist', '', `${plain}<button id="next" onclick="v.src='/again/clip.webm'">Next</button>`),
};
