/** How the team's page looks: pure, from what the page has read. */
import { html } from 'hono/html';
import { roles as allRoles, type Role } from '#lib/sync/protocol.ts';
import { type Invitation, invitationCode } from '#server/auth/invitations.ts';
import type { MemberRow, membershipsOf } from '#server/store/members.ts';
import type { Assignment, Device } from '#server/store/schema.ts';
import { field, formToken, goodNote, type Html, layout, problemNote } from './layout.ts';
import type { PageSession } from './session.ts';

export interface TeamInput {
  session: PageSession;
  isOwner: boolean;
  memberId: string;
  workspaceId: string;
  workspaces: Awaited<ReturnType<typeof membershipsOf>>;
  members: readonly MemberRow[];
  assignments: readonly Assignment[];
  invitations: readonly Invitation[];
  /** The visitor's own. */
  devices: readonly Device[];
  publicUrl: string;
  secret: string;
  now: number;
  done?: string | undefined;
  problem?: string;
}

const roleNames: Readonly<Record<Role, { name: string; hint: string }>> = {
  owner: { name: 'Owner', hint: 'invites people and manages the workspace' },
  coach: { name: 'Coach', hint: 'writes notes for the people they coach' },
  coachee: { name: 'Coachee', hint: 'gets notes and answers them' },
  sponsor: { name: 'Sponsor', hint: 'backs the programme' },
  liaison: { name: 'Liaison', hint: 'links the team with others' },
};

/** `coach and coachee` */
export function roleWords(roles: readonly Role[]): string {
  return new Intl.ListFormat('en').format(roles.map(role => roleNames[role].name.toLowerCase()));
}

const done: Readonly<Record<string, string>> = {
  joined: 'Welcome! Now open Sideline’s options in your browser and connect it to this server.',
  invited: 'The invitation is made. Copy its link below and send it yourself; it works once.',
  withdrawn: 'The invitation is withdrawn.',
  roles: 'The roles are changed.',
  removed: 'The member is taken out and their devices are signed out.',
  assigned: 'The coach is assigned.',
  ended: 'The assignment is ended.',
  'signed-out': 'The device is signed out.',
};

/** Only known words: what an address says is not shown. */
export function doneWords(key: string | undefined): string | undefined {
  return key !== undefined && Object.hasOwn(done, key) ? done[key] : undefined;
}

export function teamPage(input: TeamInput): Html {
  const here = input.workspaces.find(one => one.workspaceId === input.workspaceId);
  const others = input.workspaces.filter(one => one.workspaceId !== input.workspaceId);
  return layout({
    title: here?.workspaceName ?? 'Team',
    person: input.session,
    wide: true,
    body: html`
      <div class="stack">
        <h1>${here?.workspaceName}</h1>
        ${
          others.length > 0
            ? html`<p class="hint">Your other workspaces:
                ${others.map(one => html`<a href="/team/${one.workspaceId}">${one.workspaceName}</a> `)}</p>`
            : ''
        }
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
    <h2 id="members">People</h2>
    <ul class="list">${input.members.map(member => memberItem(member, input))}</ul>
  </section>`;
}

function memberItem(member: MemberRow, input: TeamInput): Html {
  const coached = input.assignments.filter(one => one.coachee_id === member.id);
  return html`<li>
    <div class="sub">
      <h3>${member.name}</h3>
      <div class="tags">
        ${member.id === input.memberId ? html`<span class="tag you">You</span>` : ''}
        ${member.roles.map(role => html`<span class="tag">${roleNames[role].name}</span>`)}
      </div>
    </div>
    ${input.isOwner ? html`<p class="hint">${member.email}</p>` : ''}
    ${coached.map(one => assignmentLine(one, input))}
    ${input.isOwner ? memberForms(member, input) : ''}
  </li>`;
}

function assignmentLine(assignment: Assignment, input: TeamInput): Html {
  const coach = nameOf(input, assignment.coach_id);
  return html`<div class="sub">
    <p>Coached by ${coach}${datesOf(assignment)}</p>
    ${
      input.isOwner
        ? html`<form method="post" action="/team/${input.workspaceId}/assignments/end">
            ${formToken(input.session)}
            <input type="hidden" name="assignment" value="${assignment.id}">
            <button class="button quiet" aria-label="End: ${nameOf(input, assignment.coachee_id)} coached by ${coach}">End</button>
          </form>`
        : ''
    }
  </div>`;
}

function datesOf({ state, from_at, to_at }: Assignment): string {
  const from = state === 'waiting' ? ` from ${showDay(from_at)}` : '';
  // The last day is the one before the instant from which it no longer holds.
  return to_at === null ? from : `${from} until ${showDay(to_at - 1)}`;
}

function memberForms(member: MemberRow, input: TeamInput): Html {
  const { session, workspaceId, memberId } = input;
  const coaches = input.members.filter(
    one => one.id !== member.id && (one.roles.includes('coach') || one.roles.includes('owner')),
  );
  const scope = `${member.id}-`;
  return html`<details>
    <summary>Change<span class="hidden"> ${member.name}</span></summary>
    <form class="stack" method="post" action="/team/${workspaceId}/roles">
      ${formToken(session)}
      <input type="hidden" name="member" value="${member.id}">
      ${roleChoice(member.roles)}
      <div><button class="button">Save the roles</button></div>
    </form>
    ${
      coaches.length > 0
        ? html`<form class="stack" method="post" action="/team/${workspaceId}/assignments">
            ${formToken(session)}
            <input type="hidden" name="coachee" value="${member.id}">
            <div class="field">
              <label for="${scope}coach">A coach for ${member.name}</label>
              <select class="input" id="${scope}coach" name="coach">
                ${coaches.map(one => html`<option value="${one.id}">${one.name}</option>`)}
              </select>
            </div>
            <div class="columns">
              ${field({ scope, name: 'from', label: 'From', type: 'date', value: isoDay(input.now) })}
              ${field({ scope, name: 'to', label: 'Until (if it ends)', type: 'date', required: false })}
            </div>
            <div><button class="button">Assign the coach</button></div>
          </form>`
        : ''
    }
    ${
      member.id === memberId
        ? ''
        : html`<form class="stack" method="post" action="/team/${workspaceId}/remove">
            ${formToken(session)}
            <input type="hidden" name="member" value="${member.id}">
            <p class="hint">Their devices are signed out at once. What they wrote stays.</p>
            <div><button class="button">Take ${member.name} out of the workspace</button></div>
          </form>`
    }
  </details>`;
}

function roleChoice(held: readonly Role[]): Html {
  return html`<fieldset class="stack">
    <legend>Roles</legend>
    <div class="checks">
      ${allRoles.map(
        role => html`<label class="check" title="${roleNames[role].hint}">
          <input type="checkbox" name="role" value="${role}" ${held.includes(role) ? html`checked` : ''}>
          <span>${roleNames[role].name}</span></label>`,
      )}
    </div>
  </fieldset>`;
}

function inviteCard(input: TeamInput): Html {
  const { session, workspaceId, members, invitations } = input;
  const coaches = members.filter(one => one.roles.includes('coach'));
  return html`<section class="card" aria-labelledby="invite">
    <h2 id="invite">Invite somebody</h2>
    <form class="stack" method="post" action="/team/${workspaceId}/invitations">
      ${formToken(session)}
      ${field({ scope: 'invite-', name: 'email', label: 'Their e-mail', type: 'email' })}
      ${roleChoice(['coachee'])}
      ${
        coaches.length > 0
          ? html`<fieldset class="stack">
              <legend>Coached by</legend>
              <div class="checks">
                ${coaches.map(
                  one => html`<label class="check"><input type="checkbox" name="coach" value="${one.id}">
                    <span>${one.name}</span></label>`,
                )}
              </div>
            </fieldset>`
          : ''
      }
      <div><button class="button primary">Make an invitation link</button></div>
    </form>
    ${
      invitations.length > 0
        ? html`<h3>Open invitations</h3>
            <ul class="list">${invitations.map(one => invitationItem(one, input))}</ul>`
        : ''
    }
  </section>`;
}

function invitationItem(invitation: Invitation, input: TeamInput): Html {
  const id = `link-${invitation.id}`;
  const coaches = invitation.coachIds.map(coachId => nameOf(input, coachId));
  const coachedBy = coaches.length > 0 ? `, coached by ${new Intl.ListFormat('en').format(coaches)}` : '';
  return html`<li>
    <div class="sub">
      <p><strong>${invitation.email}</strong> as ${roleWords(invitation.roles)}${coachedBy}</p>
      <form method="post" action="/team/${input.workspaceId}/invitations/withdraw">
        ${formToken(input.session)}
        <input type="hidden" name="invitation" value="${invitation.id}">
        <button class="button quiet" aria-label="Withdraw the invitation of ${invitation.email}">Withdraw</button>
      </form>
    </div>
    <div class="field">
      <label for="${id}">Link, good until ${showDay(invitation.expiresAt)}</label>
      <input class="input" id="${id}" readonly
        value="${input.publicUrl}/join/${invitationCode(invitation.id, input.secret)}">
    </div>
  </li>`;
}

function devicesCard(input: TeamInput): Html {
  return html`<section class="card" aria-labelledby="devices">
    <h2 id="devices">Your devices</h2>
    ${
      input.devices.length === 0
        ? html`<p class="lead">None yet. Open Sideline’s options in your browser and connect to
            <strong>${input.publicUrl}</strong></p>`
        : html`<ul class="list">${input.devices.map(device => deviceItem(device, input))}</ul>`
    }
  </section>`;
}

function deviceItem(device: Device, input: TeamInput): Html {
  return html`<li>
    <div class="sub">
      <div>
        <h3>${device.name}</h3>
        <p class="hint">Since ${showDay(device.created_at)}, last here ${showDay(device.seen_at)}</p>
      </div>
      <form method="post" action="/team/${input.workspaceId}/devices/sign-out">
        ${formToken(input.session)}
        <input type="hidden" name="device" value="${device.id}">
        <button class="button" aria-label="Sign out ${device.name}">Sign out</button>
      </form>
    </div>
  </li>`;
}

function nameOf(input: TeamInput, memberId: string): string {
  return input.members.find(one => one.id === memberId)?.name ?? 'a former member';
}

const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

function showDay(at: number): string {
  return days.format(at);
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
