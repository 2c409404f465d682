/** Texts that would run, load or break out if anything took them for more than text. */
export const PAYLOADS: readonly string[] = [
  '<script>globalThis.__ran = 1</script>',
  '"><script>globalThis.__ran = 1</script>',
  '</textarea></title></style><script>globalThis.__ran = 1</script>',
  '<img src=x onerror="globalThis.__ran = 1">',
  '<svg onload="globalThis.__ran = 1"><animate onbegin="globalThis.__ran = 1" attributeName="x"/></svg>',
  '\'"--><iframe srcdoc="<script>parent.__ran = 1</script>"></iframe>',
  '<a href="javascript:globalThis.__ran = 1">press me</a>',
  'javascript:globalThis.__ran=1//',
  'data:text/html,<script>opener.__ran=1</script>',
  '[a](javascript:globalThis.__ran=1) ![x](x"onerror="globalThis.__ran=1)',
  '{{constructor.constructor("globalThis.__ran = 1")()}} <%= globalThis.__ran = 1 %>',
  '<style>@import "https://evil.example/x.css"; body { display: none }</style>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror="globalThis.__ran = 1">',
  '<details open ontoggle="globalThis.__ran = 1">',
  '&lt;script&gt;globalThis.__ran = 1&lt;/script&gt;',
  '\u202e<b>right to left</b>',
];
