/**
 * Using what lies in a closed shadow root, as a person or a screen reader does: by role and name from the browser's own
 * accessibility tree, with real clicks. What this cannot find, a blind person cannot either.
 */
import type { CDPSession, Page } from 'playwright-core';
import { until } from '../until.ts';

interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  value?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface ClosedRoot {
  click(role: string, name: string): Promise<void>;
  /** Waits until what is in the element of this role and name says this. */
  says(role: string, name: string, text: string | RegExp): Promise<void>;
  /** What is in each element of this role, one after the other. */
  texts(role: string): Promise<string[]>;
  focus(role: string, name: string): Promise<void>;
  has(role: string, name: string): Promise<boolean>;
  /** Where each element of this role and name is drawn, in px of the viewport; none that is not. */
  boxes(role: string, name: string | RegExp): Promise<Box[]>;
  /** What stands in a text box. */
  value(role: string, name: string): Promise<string>;
  property(role: string, name: string, property: string): Promise<unknown>;
  /** The markup of the whole root in which the element of this role and name lies, style and all. */
  markup(role: string, name: string): Promise<string>;
}

export function closedRoot(page: Page): ClosedRoot {
  let session: CDPSession | undefined;
  async function tree(): Promise<Node[]> {
    if (!session) {
      session = await page.context().newCDPSession(page);
      await session.send('Accessibility.enable');
    }
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes as unknown as Node[];
  }
  async function find(role: string, name: string): Promise<{ node: Node; nodes: Node[] } | undefined> {
    const nodes = await tree();
    const node = nodes.find(each => !each.ignored && each.role?.value === role && each.name?.value === name);
    return node && { node, nodes };
  }
  function textOf(node: Node, nodes: Node[]): string {
    const own = node.role?.value === 'StaticText' ? (node.name?.value ?? '') : '';
    const inner = (node.childIds ?? [])
      .map(id => nodes.find(each => each.nodeId === id))
      .map(child => (child ? textOf(child, nodes) : ''));
    return [own, ...inner].filter(Boolean).join(' ');
  }
  return {
    async click(role, name) {
      const { node } = await until(() => find(role, name), `${role} “${name}”`);
      const at = { backendNodeId: node.backendDOMNodeId as number };
      await session?.send('DOM.scrollIntoViewIfNeeded', at);
      const model = await session?.send('DOM.getBoxModel', at);
      const [left = 0, top = 0, right = 0, , , bottom = 0] = model?.model.border ?? [];
      await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    },
    async says(role, name, text) {
      let last = '';
      await until(async () => {
        const found = await find(role, name);
        last = found ? textOf(found.node, found.nodes) : '(not there)';
        return typeof text === 'string' ? last.includes(text) : text.test(last);
      }, `${role} “${name}” to say ${text}`).catch(error => {
        throw new Error(`${error.message} It says: ${last}`);
      });
    },
    async texts(role) {
      const nodes = await tree();
      return nodes.filter(node => node.role?.value === role).map(node => textOf(node, nodes));
    },
    async focus(role, name) {
      const { node } = await until(() => find(role, name), `${role} “${name}”`);
      await session?.send('DOM.focus', { backendNodeId: node.backendDOMNodeId as number });
    },
    has: async (role, name) => (await find(role, name)) !== undefined,
    async boxes(role, name) {
      const nodes = (await tree()).filter(({ ignored, role: is, name: called }) => {
        const label = called?.value ?? '';
        const fits = typeof name === 'string' ? label === name : name.test(label);
        return !ignored && is?.value === role && fits;
      });
      const models = await Promise.all(
        nodes.map(node =>
          // Gone meanwhile, or not drawn.
          session
            ?.send('DOM.getBoxModel', { backendNodeId: node.backendDOMNodeId as number })
            .catch(() => undefined),
        ),
      );
      return models.flatMap(found => {
        const [left = 0, top = 0, right = 0, , , bottom = 0] = found?.model.border ?? [];
        return found ? [{ left, top, right, bottom }] : [];
      });
    },
    async value(role, name) {
      const found = await find(role, name);
      return String(found?.node.value?.value ?? '');
    },
    async markup(role, name) {
      const { node } = await until(() => find(role, name), `${role} “${name}”`);
      const resolved = await session?.send('DOM.resolveNode', {
        backendNodeId: node.backendDOMNodeId as number,
      });
      const answer = await session?.send('Runtime.callFunctionOn', {
        objectId: resolved?.object.objectId as string,
        functionDeclaration: 'function () { return this.getRootNode().innerHTML }',
        returnByValue: true,
      });
      return String(answer?.result.value ?? '');
    },
    async property(role, name, property) {
      const found = await find(role, name);
      return found?.node.properties?.find(each => each.name === property)?.value.value;
    },
  };
}
