/** People with a browser each, whose browsers and tabs close by themselves. */
import type { Page } from 'playwright-core';
import { signInAs } from '../server/cast.ts';
import type { TestMember, TestTeam } from '../server/team.ts';
import { type LaunchOptions, launch, type Person } from './extension.ts';
import type { Opened } from './opened.ts';

export interface People {
  /** Somebody who works alone: a fresh profile with the extension. */
  launch(options?: LaunchOptions): Promise<Person>;
  /** A browser in which this member is signed in. */
  launchAs(member: TestMember, team: TestTeam, options?: LaunchOptions): Promise<Person>;
}

/** `file`: says which one is running. */
export function peopleIn(opened: Opened, file: () => string, headless: boolean): People {
  const people: People = {
    async launch(options) {
      const person = await opened.open(
        file(),
        // A browser that was started before is there in half the time. First runs are played with `welcome`.
        () => launch({ headless, ...(options?.welcome ? {} : { granted: [] }), ...options }),
        each => each.close(),
      );
      return closingTabs(person, opened);
    },
    async launchAs(member, team, options) {
      const person = await people.launch(options);
      await signInAs(person, member, team);
      return person;
    },
  };
  return people;
}

/** The tabs that a test opens do not outlive it, also where it fails. */
function closingTabs(person: Person, opened: Opened): Person {
  const closing = async (opening: Promise<Page>): Promise<Page> => {
    const page = await opening;
    opened.add(async () => {
      if (!page.isClosed()) await page.close();
    });
    return page;
  };
  return {
    ...person,
    visit: url => closing(person.visit(url)),
    extensionPage: path => closing(person.extensionPage(path)),
  };
}
