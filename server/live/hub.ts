/**
 * The open live sockets of this process. Nothing here is durable, because a lost poke costs time but never data. If
 * there are several instances, each has a hub, and they talk to each other through the database (instances.ts).
 */
import { HEARTBEAT } from '#lib/sync/protocol.ts';
import type { Caller } from '#server/store/devices.ts';
import { concerns } from '#server/store/workspace-tx.ts';

/** What the hub needs of a socket. */
export interface LiveSocket {
  send(text: string): void;
  close(code: number, reason: string): void;
}

/** Close codes of ours (RFC 6455 leaves 4000–4999 to applications). */
export const CLOSE_SIGNED_OUT = 4401;
export const CLOSE_SILENT = 4408;
export const CLOSE_TOO_MANY = 4429;
/** The standard's code for "going away": the server stops. */
const CLOSE_GOING_AWAY = 1001;

const NEWS = JSON.stringify({ type: 'news' });

/** How many sockets a member may have open. One more closes the oldest. */
const MAX_SOCKETS = 16;

export interface LiveHub {
  /** Registers a socket, and returns what to call when a message arrives and when the socket closes. */
  add(caller: Caller, socket: LiveSocket): { onMessage(): void; onClose(): void };
  /** Tells the devices of these members to pull, except the device that made the change. */
  notify(workspaceId: string, touched: ReadonlySet<string>, fromDevice?: string): void;
  /** Closes the sockets of a device that was signed out. */
  closeDevice(deviceId: string): void;
  count(): number;
}

/** The hub of this process, with what only the process itself needs. */
export interface LocalHub extends LiveHub {
  /** Tells every device to pull. */
  pokeAll(): void;
  /** The connected devices of each workspace. */
  connected(): Map<string, Set<string>>;
}

interface Line {
  caller: Caller;
  socket: LiveSocket;
  /** By the monotonic clock, because the wall clock can be set. */
  lastMessageAt: number;
}

/** `silence`: ms without a message after which the server hangs up. `signal` closes all sockets. */
export function createHub(signal: AbortSignal, silence: number = 2 * HEARTBEAT + 5000): LocalHub {
  const workspaces = new Map<string, Set<Line>>();

  function each(visit: (line: Line) => void): void {
    for (const lines of workspaces.values()) for (const line of [...lines]) visit(line);
  }

  function remove(line: Line): void {
    const lines = workspaces.get(line.caller.workspaceId);
    lines?.delete(line);
    if (lines?.size === 0) workspaces.delete(line.caller.workspaceId);
  }

  function close(line: Line, code: number, reason: string): void {
    remove(line);
    line.socket.close(code, reason);
  }

  const sweep = setInterval(() => {
    const oldest = performance.now() - silence;
    each(line => {
      if (line.lastMessageAt < oldest) close(line, CLOSE_SILENT, 'Nothing was heard for too long.');
    });
  }, silence / 4);
  sweep.unref();
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(sweep);
      each(line => close(line, CLOSE_GOING_AWAY, 'The server stops.'));
    },
    { once: true },
  );

  return {
    add(caller, socket) {
      const line: Line = { caller, socket, lastMessageAt: performance.now() };
      const lines = workspaces.get(caller.workspaceId) ?? new Set<Line>();
      workspaces.set(caller.workspaceId, lines);
      const own = [...lines].filter(other => other.caller.memberId === caller.memberId);
      for (const old of own.slice(0, Math.max(0, own.length - MAX_SOCKETS + 1))) {
        close(old, CLOSE_TOO_MANY, 'Too many connections.');
      }
      lines.add(line);
      workspaces.set(caller.workspaceId, lines);
      return {
        onMessage: () => {
          line.lastMessageAt = performance.now();
        },
        onClose: () => remove(line),
      };
    },
    notify(workspaceId, touched, fromDevice) {
      for (const line of workspaces.get(workspaceId) ?? []) {
        if (line.caller.deviceId === fromDevice) continue;
        if (concerns(touched, line.caller.memberId)) line.socket.send(NEWS);
      }
    },
    closeDevice(deviceId) {
      each(line => {
        if (line.caller.deviceId === deviceId) close(line, CLOSE_SIGNED_OUT, 'Signed out.');
      });
    },
    pokeAll() {
      each(line => line.socket.send(NEWS));
    },
    connected() {
      const devices = new Map<string, Set<string>>();
      for (const [id, lines] of workspaces) {
        devices.set(id, new Set([...lines].map(line => line.caller.deviceId)));
      }
      return devices;
    },
    count: () => [...workspaces.values()].reduce((sum, lines) => sum + lines.size, 0),
  };
}
