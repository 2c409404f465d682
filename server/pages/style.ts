/** The pages' one style sheet: the colours and shapes of the extension, no fonts and no pictures from anywhere. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1b1f23, #e8eaed);
  --ink-soft: light-dark(#57606a, #a6adb5);
  --paper: light-dark(#ffffff, #17191c);
  --paper-soft: light-dark(#f4f6f5, #212529);
  --line: light-dark(#d7dcda, #3a4046);
  --edge: light-dark(#7d8783, #7b848c);
  --accent: light-dark(#0b6e4f, #5fd3a8);
  --accent-ink: light-dark(#ffffff, #07251a);
  --accent-soft: light-dark(#e3f3ec, #17352a);
  --warn: light-dark(#8a4b00, #ffc46b);
  --warn-soft: light-dark(#fff3e0, #3a2b14);
  --radius: 8px;
}
* { box-sizing: border-box; }
html {
  font: 15px / 1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--ink);
  background: var(--paper-soft);
}
body { margin: 0; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; border: 0; }
ul { list-style: none; }
h1 { font-size: 22px; line-height: 1.25; font-weight: 650; overflow-wrap: anywhere; }
h2 { font-size: 16px; font-weight: 650; }
h3 { font-size: 15px; font-weight: 600; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: 8px; top: -60px; padding: 8px 12px; background: var(--paper); border-radius: var(--radius); }
.skip:focus { top: 8px; }
.top {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 16px;
  padding: 10px 16px; background: var(--paper); border-bottom: 1px solid var(--line);
}
.brand { display: inline-flex; align-items: center; gap: 8px; min-height: 32px; color: var(--ink); font-weight: 650; text-decoration: none; }
.brand svg { color: var(--ink-soft); }
.brand .dot { fill: var(--accent); }
.who { display: flex; align-items: center; gap: 4px; min-width: 0; margin-inline-start: auto; }
.who .name { color: var(--ink-soft); font-size: 14px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 45vw; }
main { max-width: 440px; margin: 32px auto; padding: 0 16px; display: grid; gap: 16px; }
main.wide { max-width: 760px; }
.card { display: grid; gap: 16px; padding: 24px; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); min-width: 0; }
.lead { color: var(--ink-soft); }
form.stack, .stack { display: grid; gap: 14px; min-width: 0; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-width: 0; }
.spread { justify-content: space-between; }
.columns { display: grid; gap: 14px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr)); }
.field { display: grid; gap: 4px; min-width: 0; }
.field > label, legend, .legend { font-weight: 600; font-size: 14px; padding: 0; }
legend { margin-bottom: 6px; }
.hint { color: var(--ink-soft); font-size: 13px; overflow-wrap: anywhere; }
.input, select.input {
  width: 100%; min-width: 0; min-height: 38px; padding: 7px 10px; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius);
}
.input[readonly] { background: var(--paper-soft); font-size: 13px; }
.button {
  min-height: 38px; padding: 7px 16px; font: inherit; color: inherit; cursor: pointer; overflow-wrap: anywhere;
  background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius);
}
a.button { display: inline-block; text-decoration: none; }
.button:hover { background: var(--paper-soft); }
.button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600; }
.button.primary:hover { background: color-mix(in srgb, var(--accent) 88%, var(--ink)); }
.button.quiet { min-height: 32px; padding: 4px 8px; border-color: transparent; background: transparent; color: var(--accent); }
.button.quiet:hover { background: var(--accent-soft); }
.checks { display: flex; flex-wrap: wrap; gap: 8px; }
.check { position: relative; display: inline-flex; max-width: 100%; }
.check input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.check span {
  display: inline-flex; align-items: center; min-height: 34px; padding: 4px 12px; font-size: 14px;
  border: 1px solid var(--edge); border-radius: 999px; overflow-wrap: anywhere;
}
.check span::before { content: "+"; width: 16px; color: var(--ink-soft); }
.check input[type="radio"] + span::before { content: "○"; width: 20px; }
.check input:checked + span { background: var(--accent-soft); border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.check input:checked + span::before { content: "✓"; width: 18px; color: var(--accent); }
.check input:hover + span { background: var(--paper-soft); }
.check input:checked:hover + span { background: var(--accent-soft); }
.check input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; }
.note { padding: 10px 14px; border-radius: var(--radius); overflow-wrap: anywhere; }
.note.good { background: var(--accent-soft); }
.note.warn { background: var(--warn-soft); color: var(--warn); }
.code {
  padding: 12px; text-align: center; font: 600 28px / 1.2 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace;
  letter-spacing: 0.12em; background: var(--paper-soft); border-radius: var(--radius);
}
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; }
.facts dt { color: var(--ink-soft); }
.facts dd { min-width: 0; overflow-wrap: anywhere; }
.list > li { padding: 14px 0; border-top: 1px solid var(--line); display: grid; gap: 8px; min-width: 0; }
.list > li:first-child { border-top: 0; padding-top: 0; }
.list > li:last-child { padding-bottom: 0; }
.tags { display: flex; flex-wrap: wrap; gap: 6px; }
.tag { padding: 1px 10px; font-size: 13px; border-radius: 999px; background: var(--paper-soft); border: 1px solid var(--line); }
.tag.you { background: var(--accent-soft); border-color: transparent; }
.sub { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 2px 8px; }
details > summary { color: var(--accent); cursor: pointer; width: fit-content; padding: 4px 0; border-radius: 4px; }
details[open] > summary { margin-bottom: 10px; }
details > form { padding: 14px; background: var(--paper-soft); border-radius: var(--radius); }
details > form + form { margin-top: 10px; }
.sub > form { margin-inline-start: auto; }
.sub > p, .sub > div:first-child { flex: 1 1 180px; min-width: 0; }
.sub > h3 { min-width: 0; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 480px) {
  main { margin: 16px auto; padding: 0 12px; }
  .card { padding: 16px; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd + dt { margin-top: 8px; }
  .code { font-size: 24px; }
}
@media (forced-colors: active) {
  .check input:checked + span { outline: 2px solid; }
}
`;
