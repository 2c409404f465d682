/** A small player with its own controls, keys and transcript, as call libraries have them. */
const $ = id => document.getElementById(id);
const video = $('clip');
const track = video.textTracks[0];
const SPEEDS = [1, 1.25, 1.5, 2];
const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function show() {
  const length = video.duration || 0;
  $('played').style.width = `${length ? (100 * video.currentTime) / length : 0}%`;
  $('time').textContent = `${clock(video.currentTime)} / ${clock(length)}`;
  $('timeline').setAttribute('aria-valuenow', String(Math.round(video.currentTime)));
  $('play').textContent = video.paused ? '▶' : '❚❚';
  $('play').setAttribute('aria-label', video.paused ? 'Play' : 'Pause');
  for (const line of $('transcript').children) {
    const isNow =
      video.currentTime >= Number(line.dataset.start) && video.currentTime < Number(line.dataset.end);
    line.classList.toggle('now', isNow);
  }
}

function transcript() {
  $('transcript').replaceChildren(
    ...[...(track.cues ?? [])].map(cue => {
      const line = document.createElement('li');
      line.dataset.start = cue.startTime;
      line.dataset.end = cue.endTime;
      const [, speaker = '', text = cue.text] = /^<v ([^>]+)>(.*?)(?:<\/v>)?$/s.exec(cue.text) ?? [];
      const jump = document.createElement('button');
      jump.type = 'button';
      jump.textContent = clock(cue.startTime);
      jump.addEventListener('click', () => {
        video.currentTime = cue.startTime;
      });
      const said = document.createElement('span');
      const name = document.createElement('b');
      name.textContent = speaker;
      said.append(name, text);
      line.append(jump, said);
      return line;
    }),
  );
}

const toggle = () => (video.paused ? video.play() : video.pause());
$('play').addEventListener('click', toggle);
$('timeline').addEventListener('click', event => {
  const box = $('timeline').getBoundingClientRect();
  video.currentTime = ((event.clientX - box.left) / box.width) * video.duration;
});
$('captions').addEventListener('click', () => {
  const isOn = track.mode !== 'showing';
  track.mode = isOn ? 'showing' : 'hidden';
  $('captions').setAttribute('aria-pressed', String(isOn));
});
$('speed').addEventListener('click', () => {
  video.playbackRate = SPEEDS[(SPEEDS.indexOf(video.playbackRate) + 1) % SPEEDS.length];
  $('speed').textContent = `${video.playbackRate}×`;
});
// The site's own keys, as most players have them: whoever types beside the page must not set them off.
addEventListener('keydown', event => {
  if (event.target.closest?.('input, textarea, button')) return;
  if (event.key === ' ' || event.key === 'k') {
    event.preventDefault();
    toggle();
  }
  if (event.key === 'ArrowLeft') video.currentTime -= 5;
  if (event.key === 'ArrowRight') video.currentTime += 5;
});
for (const type of ['timeupdate', 'play', 'pause', 'loadedmetadata', 'seeked'])
  video.addEventListener(type, show);
const element = video.querySelector('track');
if (element.readyState === 2) transcript();
else element.addEventListener('load', transcript);
show();
