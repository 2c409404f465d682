/** Which people the team's page shows: a page of them, or those whose name or address somebody looks for. */
import type { MemberRow } from '#server/store/members.ts';

/** How many people stand on one page. A team that fits on one has all its forms there. */
export const PEOPLE_A_PAGE = 25;

/** What the address of the page asks for. */
export interface Asked {
  search: string;
  /** From 1. */
  page: number;
  /** The member whose forms are to be shown. */
  member: string | undefined;
}

export interface Chosen {
  shown: readonly MemberRow[];
  /** How many there are altogether, or that were found. */
  total: number;
  page: number;
  pages: number;
  search: string;
  /** Does the page show one member with all that can be changed? */
  single: boolean;
}

export function readAsked(query: (name: string) => string | undefined): Asked {
  const page = Number(query('page') ?? 1);
  return {
    search: (query('search') ?? '').trim().slice(0, 200),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    member: query('member'),
  };
}

/** Only owners may look for addresses, as only they see them. */
export function choosePeople(members: readonly MemberRow[], asked: Asked, isOwner: boolean): Chosen {
  const one = isOwner ? members.find(({ id }) => id === asked.member) : undefined;
  if (one) return { shown: [one], total: 1, page: 1, pages: 1, search: '', single: true };
  const found = members.filter(({ name, email }) => isFound(asked.search, isOwner ? [name, email] : [name]));
  const pages = Math.max(1, Math.ceil(found.length / PEOPLE_A_PAGE));
  const page = Math.min(asked.page, pages);
  const shown = found.slice((page - 1) * PEOPLE_A_PAGE, page * PEOPLE_A_PAGE);
  return { shown, total: found.length, page, pages, search: asked.search, single: false };
}

/** Is every word that somebody looks for in one of these texts? Case and accents make no difference. */
export function isFound(search: string, texts: readonly string[]): boolean {
  const plain = texts.map(plainOf);
  return plainOf(search)
    .split(/\s+/)
    .every(word => plain.some(text => text.includes(word)));
}

function plainOf(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
