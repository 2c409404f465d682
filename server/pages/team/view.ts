/** How the team's page looks: pure, from the data that the page has read. */
import { html } from 'hono/html';
import { roles as allRoles, type Role } from '#lib/sync/protocol.ts';
import { type Invitation, invitationCode } from '#server/auth/invitations.ts';
import type { Html } from '#server/http/html.ts';
import type { MemberRow, membershipsOf } from '#server/store/members.ts';
import type { Assignment, Device } from '#server/store/schema.ts';
import { listLabel, rolesLabel, showDay, type Words } from '#server/words/choose-language.ts';
import { deviceItem } from '../device-item.ts';
import { field, formToken, goodNote, layout, problemNote } from '../layout.ts';
import { teamNav } from '../team-nav.ts';
import type { Notices, Visit } from '../visit.ts';
import { type Chosen, isFound, PEOPLE_A_PAGE } from './choose.ts';

export interface TeamInput extends Visit, Notices {
  workspaces: Awaited<ReturnType<typeof membershipsOf>>;
  members: readonly MemberRow[];
  /** Those of them whom the page shows. */
  chosen: Chosen;
  assignments: readonly Assignment[];
  invitations: readonly Invitation[];
  /** The visitor's own. */
  devices: readonly Device[];
  /** How many devices each member has; for owners. */
  deviceCounts: ReadonlyMap<string, number>;
  publicUrl: string;
  secret: string;
  /** Can the server send mail? */
  mail: boolean;
  now: number;
}

export function teamPage(input: TeamInput): Html {
  const { w } = input;
  const others = input.workspaces.filter(one => one.workspaceId !== input.workspaceId);
  return layout({
    w,
    title: input.workspaceName,
    person: input.session,
    wide: true,
    body: html`
      <div class="stack">
        <h1>${input.workspaceName}</h1>
        ${
          others.length > 0
            ? html`<p class="hint">${w.team.otherWorkspaces}
                ${others.map(one => html`<a href="/team/${one.workspaceId}">${one.workspaceName}</a> `)}</p>`
            : ''
        }
        ${teamNav(input, '')}
        ${goodNote(input.done)}
        ${problemNote(input.problem)}
      </div>
      ${membersCard(input)}
      ${input.isOwner ? inviteCard(input) : ''}
      ${devicesCard(input)}`,
  });
}

function membersCard(input: TeamInput): Html {
  return html`<section class="card" aria-labelledby="members">
    <h2 id="members">${input.w.team.people}</h2>
    ${searchForm(input)}
    <ul class="list">${input.chosen.shown.map(member => memberItem(member, input))}</ul>
    ${pageLinks(input)}
  </section>`;
}

function memberItem(member: MemberRow, input: TeamInput): Html {
  const { w, isOwner } = input;
  const all = input.assignments.filter(one => one.coachee_id === member.id);
  const coached = all.slice(0, input.chosen.single ? MOST_LINES : MOST_LINES_IN_LIST);
  const devices = input.deviceCounts.get(member.id) ?? 0;
  return html`<li>
    <div class="sub">
      <h3>${member.name}</h3>
      <div class="tags">
        ${member.id === input.memberId ? html`<span class="tag you">${w.you}</span>` : ''}
        ${member.roles.map(role => html`<span class="tag">${w.roles[role].name}</span>`)}
      </div>
    </div>
    ${isOwner ? html`<p class="hint">${member.email}${devices > 0 ? ` · ${w.team.devicesOf(devices)}` : ''}</p>` : ''}
    ${coached.map(one => assignmentLine(one, input))}
    ${all.length > coached.length ? html`<p class="hint">${w.team.more(all.length - coached.length)}</p>` : ''}
    ${isOwner ? (fitsOnePage(input) || input.chosen.single ? memberForms(member, input) : changeLink(member, input)) : ''}
  </li>`;
}

/** A page with everything about everybody would grow with the square of the team. */
const MOST_CHOICES = 100;
const MOST_LINES = 100;
const MOST_LINES_IN_LIST = 5;

function fitsOnePage({ members }: TeamInput): boolean {
  return members.length <= PEOPLE_A_PAGE;
}

function changeLink(member: MemberRow, { w, workspaceId }: TeamInput): Html {
  return html`<p><a href="/team/${workspaceId}?member=${member.id}"
    aria-label="${w.team.changeLabel(member.name)}">${w.team.change}</a></p>`;
}

function searchForm(input: TeamInput): Html | '' {
  const { w, workspaceId, chosen } = input;
  if (chosen.single) return html`<p><a href="/team/${workspaceId}">${w.team.everybody}</a></p>`;
  if (fitsOnePage(input) && input.invitations.length <= PEOPLE_A_PAGE) return '';
  const isNobody = chosen.total === 0 && foundInvitations(input).length === 0;
  return html`<form class="stack" method="get" action="/team/${workspaceId}" role="search">
    ${field({ name: 'search', label: input.isOwner ? w.team.findByAddress : w.team.find, value: chosen.search, required: false })}
    <div class="row">
      <button class="button">${w.team.search}</button>
      ${chosen.search === '' ? '' : html`<a href="/team/${workspaceId}">${w.team.everybody}</a>`}
    </div>
    ${isNobody ? html`<p class="hint">${w.team.nobodyFound}</p>` : ''}
  </form>`;
}

function pageLinks({ w, workspaceId, chosen }: TeamInput): Html | '' {
  const { page, pages, search } = chosen;
  if (pages === 1) return '';
  const link = (to: number, text: string) => {
    const query = new URLSearchParams({ ...(search === '' ? {} : { search }), page: String(to) });
    return html`<a href="/team/${workspaceId}?${query}">${text}</a>`;
  };
  return html`<nav class="row" aria-label="${w.team.pages}">
    ${page > 1 ? link(page - 1, w.team.previous) : ''}
    <span>${w.team.pageOf(page, pages)}</span>
    ${page < pages ? link(page + 1, w.team.next) : ''}
  </nav>`;
}

function assignmentLine(assignment: Assignment, input: TeamInput): Html {
  const { w } = input;
  const coach = nameOf(input, assignment.coach_id);
  return html`<div class="sub">
    <p>${w.team.coachedBy(coach)}${datesOf(w, assignment)}</p>
    ${
      input.isOwner
        ? html`<form method="post" action="/team/${input.workspaceId}/assignments/end">
            ${formToken(input.session)}
            <input type="hidden" name="assignment" value="${assignment.id}">
            <button class="button quiet"
              aria-label="${w.team.endLabel(nameOf(input, assignment.coachee_id), coach)}">${w.team.end}</button>
          </form>`
        : ''
    }
  </div>`;
}

function datesOf(w: Words, { state, from_at, to_at }: Assignment): string {
  const from = state === 'waiting' ? w.team.fromDay(showDay(w, from_at)) : '';
  // `to_at` is the instant at which it ends, so the last day is the one before.
  return to_at === null ? from : `${from}${w.team.untilDay(showDay(w, to_at - 1))}`;
}

function memberForms(member: MemberRow, input: TeamInput): Html {
  const { w, session, workspaceId, memberId } = input;
  const action = `/team/${workspaceId}`;
  const hidden = html`${formToken(session)}<input type="hidden" name="member" value="${member.id}">`;
  const isSelf = member.id === memberId;
  return html`<details ${input.chosen.single ? 'open' : ''}>
    <summary aria-label="${w.team.changeLabel(member.name)}">${w.team.change}</summary>
    <form class="stack" method="post" action="${action}/roles">
      ${hidden}
      ${roleChoice(w, member.roles)}
      <div><button class="button">${w.team.saveRoles}</button></div>
    </form>
    ${assignForm(member, input)}
    ${
      isSelf
        ? ''
        : html`<form class="stack" method="post" action="${action}/sign-out-everywhere">
            ${hidden}
            <p class="hint">${w.team.signOutEverywhereHint}</p>
            <div><button class="button">${w.team.signOutEverywhere}</button></div>
          </form>`
    }
    ${
      isSelf || input.mail
        ? ''
        : html`<form class="stack" method="post" action="${action}/password-link">
            ${hidden}
            <p class="hint">${w.team.passwordLinkHint}</p>
            <div><button class="button">${w.team.passwordLink}</button></div>
          </form>`
    }
    ${
      isSelf
        ? ''
        : html`<form class="stack" method="post" action="${action}/remove">
            ${hidden}
            <p class="hint">${w.team.removeHint}</p>
            <div><button class="button">${w.team.removeButton(member.name)}</button></div>
          </form>`
    }
  </details>`;
}

function assignForm(member: MemberRow, input: TeamInput): Html | '' {
  const { w, session, workspaceId } = input;
  // Coaches come first, but anybody can be chosen, because two peers may coach each other.
  const leads = (one: MemberRow) => one.roles.includes('coach') || one.roles.includes('owner');
  const others = input.members.filter(one => one.id !== member.id);
  const all = [...others.filter(leads), ...others.filter(one => !leads(one))];
  if (all.length === 0) return '';
  const coaches = all.slice(0, MOST_CHOICES);
  const scope = `${member.id}-`;
  return html`<form class="stack" method="post" action="/team/${workspaceId}/assignments">
    ${formToken(session)}
    <input type="hidden" name="coachee" value="${member.id}">
    <div class="field">
      <label for="${scope}coach">${w.team.coach}</label>
      <select class="input" id="${scope}coach" name="coach">
        ${coaches.map(one => html`<option value="${one.id}">${one.name}</option>`)}
      </select>
    </div>
    ${
      all.length > coaches.length
        ? field({
            scope,
            name: 'address',
            label: w.team.coachAddress,
            hint: w.team.coachAddressHint,
            type: 'email',
            required: false,
          })
        : ''
    }
    <div class="columns">
      ${field({ scope, name: 'from', label: w.team.from, type: 'date', value: isoDay(input.now) })}
      ${field({ scope, name: 'to', label: w.team.until, type: 'date', required: false })}
    </div>
    <div><button class="button">${w.team.assign}</button></div>
  </form>`;
}

function roleChoice(w: Words, held: readonly Role[]): Html {
  return html`<fieldset class="stack">
    <legend>${w.team.roles}</legend>
    <div class="checks">
      ${allRoles.map(
        role => html`<label class="check">
          <input type="checkbox" name="role" value="${role}" ${held.includes(role) ? html`checked` : ''}>
          <span>${w.roles[role].name}</span></label>`,
      )}
    </div>
    <ul class="hint plain">
      ${allRoles.map(role => html`<li><strong>${w.roles[role].name}</strong> ${w.roles[role].hint}</li>`)}
    </ul>
  </fieldset>`;
}

function inviteCard(input: TeamInput): Html {
  const { w, session, workspaceId, memberId, members, invitations, mail } = input;
  // An owner may write to everybody, so that they can be the first coach too.
  const all = members.filter(one => one.roles.includes('coach') || one.id === memberId);
  const coaches = all.slice(0, MOST_CHOICES);
  const isOnlyOne = all.length === 1;
  const found = foundInvitations(input);
  const listed = found.slice(0, PEOPLE_A_PAGE);
  return html`<section class="card" aria-labelledby="invite">
    <h2 id="invite">${w.team.invite}</h2>
    <form class="stack" method="post" action="/team/${workspaceId}/invitations">
      ${formToken(session)}
      ${field({ scope: 'invite-', name: 'email', label: w.team.theirEmail, type: 'email' })}
      ${roleChoice(w, ['coachee'])}
      ${
        coaches.length > 0
          ? html`<fieldset class="stack">
              <legend>${w.team.coachedByLegend}</legend>
              <div class="checks">
                ${coaches.map(
                  one => html`<label class="check"><input type="checkbox" name="coach"
                      value="${one.id}" ${isOnlyOne ? html`checked` : ''}>
                    <span>${one.id === memberId ? w.team.byMe(one.name) : one.name}</span></label>`,
                )}
              </div>
            </fieldset>`
          : ''
      }
      <div class="row">
        ${mail ? html`<button class="button primary" name="send" value="mail">${w.team.mailInvitation}</button>` : ''}
        <button class="button ${mail ? '' : 'primary'}">${w.team.makeInvitation}</button>
      </div>
    </form>
    ${
      invitations.length > 0
        ? html`<h3>${w.team.openInvitations}</h3>
            <ul class="list">${listed.map(one => invitationItem(one, input))}</ul>
            ${found.length > listed.length ? html`<p class="hint">${w.team.more(found.length - listed.length)} ${w.team.findThem}</p>` : ''}`
        : ''
    }
  </section>`;
}

function foundInvitations({ invitations, chosen }: TeamInput): Invitation[] {
  return invitations.filter(one => isFound(chosen.search, [one.email]));
}

function invitationItem(invitation: Invitation, input: TeamInput): Html {
  const { w } = input;
  const id = `link-${invitation.id}`;
  const coaches = invitation.coachIds.map(coachId => nameOf(input, coachId));
  const coachedBy = coaches.length > 0 ? w.team.invitedCoachedBy(listLabel(w, coaches)) : '';
  return html`<li>
    <div class="sub">
      <p><strong>${invitation.email}</strong>${w.team.as(rolesLabel(w, invitation.roles))}${coachedBy}</p>
      <form method="post" action="/team/${input.workspaceId}/invitations/withdraw">
        ${formToken(input.session)}
        <input type="hidden" name="invitation" value="${invitation.id}">
        <button class="button quiet" aria-label="${w.team.withdrawLabel(invitation.email)}">${w.team.withdraw}</button>
      </form>
    </div>
    <div class="field">
      <label for="${id}">${w.team.linkUntil(showDay(w, invitation.expiresAt))}</label>
      <input class="input" id="${id}" readonly
        value="${input.publicUrl}/join/${invitationCode(invitation.id, input.secret)}">
    </div>
  </li>`;
}

function devicesCard(input: TeamInput): Html {
  const { w, session, devices } = input;
  return html`<section class="card" aria-labelledby="devices">
    <h2 id="devices">${w.team.yourDevices}</h2>
    ${
      devices.length === 0
        ? html`<p class="lead">${w.account.noDevices} <strong>${input.publicUrl}</strong></p>`
        : html`<ul class="list">${devices.map(device => deviceItem({ w, session, device }))}</ul>`
    }
    <p><a href="/account">${w.team.account}</a></p>
  </section>`;
}

/** Shows the link once, to the owner who made it. */
export function passwordLinkPage({ w, session, workspaceId }: Visit, name: string, link: string): Html {
  return layout({
    w,
    title: w.team.passwordLink,
    person: session,
    body: html`<section class="card">
      <h1>${w.team.passwordLink}</h1>
      <div class="field">
        <label for="link">${w.team.passwordLinkMade(name)}</label>
        <input class="input" id="link" readonly value="${link}">
      </div>
      <p class="hint">${w.team.passwordLinkHint}</p>
      <p><a href="/team/${workspaceId}">${w.team.people}</a></p>
    </section>`,
  });
}

function nameOf(input: TeamInput, memberId: string): string {
  return input.members.find(one => one.id === memberId)?.name ?? input.w.formerUnknown;
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
