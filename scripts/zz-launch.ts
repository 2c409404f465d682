import { launch } from '#testing/browser/extension.ts';

const n = 4;
const t: number[] = [];
for (let i = 0; i < n; i++) {
  const a = performance.now();
  const p = await launch(process.env.GR ? { granted: ['http://127.0.0.1:3000'] } : {});
  t.push(Math.round(performance.now() - a));
  await p.close();
}
console.log(process.env.XFLAGS, process.env.GR ?? '', t.join(' '));
process.exit(0);
