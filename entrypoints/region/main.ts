/**
 * A surface over a picture in somebody's page, in a frame of our own, so that the page gets no key and no click while a
 * person draws. It knows nothing of notes and asks nobody for anything. Whoever opened it gets one box in px.
 */
import './region.css';
import { applyLanguage } from '#components/ui/document-language.ts';
import { i18n } from '#i18n';
import type { DrawnBox, RegionGreeting } from '#lib/messages/contract.ts';
import { arrowed, dragged, firstBox } from './drawing.ts';

applyLanguage();
const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`region.html has no #${id}`);
  return element;
};
const surface = part('surface');
const drawn = part('box');
const said = part('said');
const hint = part('hint');
hint.textContent = i18n.t('places.drawHint');
surface.tabIndex = 0;
surface.setAttribute('aria-label', i18n.t('places.draw'));

let port: MessagePort | undefined;
let box: DrawnBox | undefined;
/** What we will answer once the key that is down is released. */
let answer: DrawnBox | null | undefined;
let from: { x: number; y: number } | undefined;

function size() {
  return { width: innerWidth, height: innerHeight };
}

function show(next: DrawnBox, aloud: boolean): void {
  box = next;
  const isPoint = next.width === 0 && next.height === 0;
  const margin = isPoint ? 7 : 0;
  drawn.hidden = false;
  drawn.classList.toggle('point', isPoint);
  drawn.style.left = `${next.left - margin}px`;
  drawn.style.top = `${next.top - margin}px`;
  drawn.style.width = `${next.width + 2 * margin}px`;
  drawn.style.height = `${next.height + 2 * margin}px`;
  hint.classList.toggle('above', next.top + next.height / 2 > innerHeight / 2);
  if (!aloud) return;
  const share = (value: number, of: number) => String(Math.round((100 * value) / of));
  const { width, height } = size();
  said.textContent = i18n.t('places.drawn', [
    share(next.left, width),
    share(next.top, height),
    share(next.width, width),
    share(next.height, height),
  ]);
}

/** Answers after the event is over, because the answer makes the frame go away. */
function finish(last: DrawnBox | null): void {
  const to = port;
  port = undefined;
  setTimeout(() => to?.postMessage(last));
}

surface.addEventListener('pointerdown', event => {
  surface.setPointerCapture(event.pointerId);
  from = { x: event.clientX, y: event.clientY };
});
surface.addEventListener('pointermove', event => {
  if (from) show(dragged(from, { x: event.clientX, y: event.clientY }, size()), false);
});
surface.addEventListener('pointerup', event => {
  if (!from) return;
  const last = dragged(from, { x: event.clientX, y: event.clientY }, size());
  from = undefined;
  finish(last);
});
surface.addEventListener('pointercancel', () => {
  from = undefined;
});
surface.addEventListener('keydown', event => {
  if (event.key === 'Escape') answer = null;
  else if (event.key === 'Enter' && box) answer = box;
  else {
    const next = box ? arrowed(box, event.key, event.shiftKey, size()) : firstBox(size());
    const isOurs = event.key.startsWith('Arrow') || event.key === 'Enter' || event.key === ' ';
    if (!isOurs) return;
    if (next) show(next, true);
  }
  event.preventDefault();
});
// We answer when the key is released, or the page underneath would hear of its release.
surface.addEventListener('keyup', event => {
  if (answer !== undefined && /^(Enter|Escape)$/.test(event.key)) finish(answer);
});
window.addEventListener('message', event => {
  const [given] = event.ports;
  if (event.source !== window.parent || !isGreeting(event.data) || !given || port) return;
  port = given;
  surface.focus();
});

function isGreeting(data: unknown): data is RegionGreeting {
  return typeof data === 'object' && data !== null && 'sideline' in data && data.sideline === 'region';
}
