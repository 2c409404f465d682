import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Decided } from '#lib/coaching/metrics/decided.ts';
import type { Run } from '#lib/coaching/metrics/run.ts';
import { drawRun } from './draw-run.ts';

interface Props {
  run: Run;
  decided: readonly Decided[];
  /** All of it in one sentence. */
  label: string;
}

/** The drawing, as wide as there is room for, and drawn anew when that changes. */
export function RunPicture({ run, decided, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const into = box.current;
    if (!into || width === 0) return;
    const rightToLeft = getComputedStyle(into).direction === 'rtl';
    into.replaceChildren(drawRun(run, decided, { width, rightToLeft }));
  }, [run, decided, width]);

  return <div ref={box} className="run-picture" role="img" aria-label={label} />;
}
