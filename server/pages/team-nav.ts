/** The navigation between a workspace's pages. */
import { html } from 'hono/html';
import type { Html } from '#server/http/html.ts';
import type { Visit } from './visit.ts';

export type Section = '' | '/sites' | '/data' | '/audit';

/** Links to the pages that the visitor may open. */
export function teamNav({ w, workspaceId, isOwner }: Visit, here: Section): Html {
  const sections: [Section, string][] = [
    ['', w.team.people],
    ['/sites', w.sites.title],
    ['/data', w.data.title],
    ...(isOwner ? [['/audit', w.audit.title] satisfies [Section, string]] : []),
  ];
  return html`<nav class="sections" aria-label="${w.team.sections}">
    ${sections.map(
      ([path, name]) =>
        html`<a href="/team/${workspaceId}${path}" ${path === here ? html`aria-current="page"` : ''}>${name}</a>`,
    )}
  </nav>`;
}
