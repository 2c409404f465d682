/** The picker's style: the design tokens of all Sideline pages, in a shadow root that the page's styles do not reach. */
export const STYLE = `
:host { all: initial }
* { box-sizing: border-box }
[hidden] { display: none !important }
.card {
  color-scheme: light dark;
  --ink: light-dark(#1b1f23, #e8eaed); --soft: light-dark(#57606a, #a6adb5); --paper: light-dark(#fff, #17191c);
  --paper-soft: light-dark(#f4f6f5, #212529); --line: light-dark(#d7dcda, #3a4046); --edge: light-dark(#7d8783, #7b848c);
  --accent: light-dark(#0b6e4f, #5fd3a8); --accent-ink: light-dark(#fff, #07251a); --accent-soft: light-dark(#e3f3ec, #17352a);
  --warn: light-dark(#8a4b00, #ffc46b); --warn-soft: light-dark(#fff3e0, #3a2b14);
  position: fixed; inset-block: 12px auto; inset-inline: auto 12px; width: min(384px, calc(100vw - 24px));
  max-height: calc(100vh - 24px); overflow: auto; overscroll-behavior: contain;
  padding: 14px; border-radius: 12px; display: grid; gap: 12px;
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--ink); background: var(--paper); box-shadow: 0 0 0 1px #0002, 0 12px 40px #0004;
  overflow-wrap: anywhere;
}
.card.left { inset-inline: 12px auto }
h2, h3, p, ul, fieldset, legend, dl, dd { margin: 0; padding: 0; border: 0; font: inherit }
h2 { font-weight: 600; font-size: 16px }
ul:empty, .banner:empty { display: none }
legend, .label { font-weight: 600; font-size: 13px; padding: 0 0 4px }
.hint { color: var(--soft); font-size: 12px }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px }
.grow { flex: 1; min-width: 0 }
button, input { font: inherit; color: inherit }
button { min-height: 32px; padding: 4px 12px; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); cursor: pointer }
button:hover:not(:disabled) { background: var(--paper-soft) }
button:disabled { opacity: .55; cursor: default }
button.primary { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); font-weight: 600 }
button.quiet { border-color: transparent; background: transparent; color: var(--accent); padding-inline: 6px }
button.icon { min-width: 32px; padding: 4px; border-color: transparent; background: transparent; color: var(--soft) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
[tabindex='-1']:focus { outline: none }
input[type=text] { width: 100%; min-height: 34px; padding: 6px 9px; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper) }
.choices { display: flex; flex-wrap: wrap; gap: 6px }
.choice { display: inline-flex; position: relative; max-width: 100% }
.choice input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer }
.choice span { display: inline-flex; align-items: center; min-height: 30px; padding: 3px 10px; border: 1px solid var(--edge); border-radius: 999px; font-size: 13px }
.choice input:checked + span { border-color: var(--accent); background: var(--accent-soft); box-shadow: inset 0 0 0 1px var(--accent) }
.choice input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px }
.address { display: flex; gap: 8px; align-items: baseline; padding: 3px 0; font-size: 13px; direction: ltr; text-align: start }
.address input { accent-color: var(--accent) }
.address mark { background: var(--accent-soft); color: var(--ink); font-weight: 700; border-radius: 4px; padding: 0 3px; box-shadow: 0 0 0 1px var(--accent) }
.parts { display: grid; gap: 0 }
.part { display: grid; grid-template-columns: 1fr auto; gap: 0 8px; align-items: center; padding: 6px 0; border-bottom: 1px solid var(--line) }
.part .label { padding: 0 }
.part .value { grid-column: 1; font-size: 14px }
.part .value:empty::before { content: "–"; color: var(--soft) }
.part .acts { grid-area: 1 / 2 / span 2 / 3; display: flex }
.remarks { display: grid; gap: 6px }
.banner { padding: 8px 10px; border-radius: 8px; background: var(--paper-soft); font-size: 13px; list-style: none }
.banner.warn { background: var(--warn-soft); border-inline-start: 3px solid var(--warn) }
.banner.good { background: var(--accent-soft); border-inline-start: 3px solid var(--accent) }
.outline { position: fixed; pointer-events: none; border: 2px dashed #0b6e4f; border-radius: 6px; background: #0b6e4f1a; box-shadow: 0 0 0 2px #fffc }
.pointing > :not(.point, .said) { display: none }
@media (forced-colors: active) { .choice input:checked + span { outline: 2px solid Highlight } .outline { border-color: Highlight } }
@media (forced-colors: active) { .choice input:checked + span { outline: 2px solid Highlight } }
`;
