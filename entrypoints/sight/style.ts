/** How marks on things look. No spaces or line ends, because no build step shortens a string. */
export const STYLE =
  '.outline{border:2px solid var(--c);outline:1px solid #fffb;border-radius:6px;background:color-mix(in srgb,var(--c) 9%,#0000)}' +
  '.bare{border-color:#0000;outline:0;background:0 0}' +
  '.flash{animation:f 1.2s ease-out 2}' +
  '.bar{background:#0006;border-radius:2px}' +
  '.range{border-radius:4px;border-width:1px;background:color-mix(in srgb,var(--c) 80%,#0000)}' +
  '.draft{background:#fff;border:2px solid var(--c);border-radius:9px}' +
  '@keyframes f{40%{box-shadow:0 0 0 8px var(--g)}}' +
  '@media(prefers-reduced-motion:reduce){.flash{animation:none;box-shadow:0 0 0 6px var(--g)}}';
