/** Prometheus metrics: how much, how fast, how full. They name routes and results, never people or content. */
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AppEnv } from '#server/http/env.ts';
import type { RateLimiter } from '#server/http/rate-limit.ts';
import type { LiveHub } from '#server/live/hub.ts';
import type { Database } from '#server/store/database.ts';

export interface Metrics {
  registry: Registry;
  /** Counts and times every request, by route. */
  measure: ReturnType<typeof createMiddleware<AppEnv>>;
  /** Counts pushed records by their result. */
  pushed(status: string, count: number): void;
  /** Counts the records that pulls returned. */
  pulled(count: number): void;
}

export function createMetrics(database: Database, hub: LiveHub, limiter: RateLimiter): Metrics {
  const registers = [new Registry()];
  const [registry] = registers;
  if (!registry) throw new Error('There is one.');
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'sideline_request_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const pushed = new Counter({
    name: 'sideline_pushed_records_total',
    help: 'Records that devices pushed, by what became of them.',
    labelNames: ['status'],
    registers,
  });
  const pulled = new Counter({
    name: 'sideline_pulled_records_total',
    help: 'Records that went out with pulls.',
    registers,
  });
  new Gauge({
    name: 'sideline_live_lines',
    help: 'Devices connected to this instance.',
    registers,
    collect() {
      this.set(hub.count());
    },
  });
  new Gauge({
    name: 'sideline_rate_limit_counts',
    help: 'How many addresses, accounts and devices are being counted; many of them are a flood of tries.',
    registers,
    collect() {
      this.set(limiter.size());
    },
  });
  if (database.connections) {
    const { connections } = database;
    new Gauge({
      name: 'sideline_database_connections',
      help: 'Connections of this instance to PostgreSQL.',
      labelNames: ['state'],
      registers,
      collect() {
        for (const [state, count] of Object.entries(connections())) this.set({ state }, count);
      },
    });
  }
  return {
    registry,
    measure: createMiddleware<AppEnv>(async (c, next) => {
      const stop = seconds.startTimer({ method: c.req.method });
      await next();
      stop({ route: routePath(c), status: String(c.res.status) });
    }),
    pushed: (status, count) => pushed.inc({ status }, count),
    pulled: count => pulled.inc(count),
  };
}
