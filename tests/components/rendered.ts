/** Which components React has on the stage. It keeps its tree on the container, without a name that it promises. */
interface Fiber {
  type: unknown;
  child: Fiber | null;
  sibling: Fiber | null;
  stateNode: { current?: Fiber } | null;
}

export function componentsIn(container: HTMLElement): Set<unknown> {
  const key = Object.keys(container).find(name => name.startsWith('__reactContainer$'));
  const root = key && (Reflect.get(container, key) as Fiber | undefined);
  if (!root) throw new Error('React keeps its tree somewhere else now.');
  const found = new Set<unknown>();
  const left = [root.stateNode?.current ?? root];
  for (let fiber = left.pop(); fiber; fiber = left.pop()) {
    if (typeof fiber.type === 'function') found.add(fiber.type);
    left.push(...[fiber.child, fiber.sibling].filter(each => each !== null));
  }
  return found;
}
