/** Stands in for a team's server, for the calls whose answers a device does not store. */

/** By path, without the query: what the server answers, once it does. */
export type Answers = Readonly<Record<string, unknown>>;

/** Everything else is not there, as on a server of an earlier version. Without `answers` there is no network at all. */
export function standInServer(answers: Answers | undefined): typeof fetch {
  return async input => {
    if (!answers) throw new TypeError('There is no network.');
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    return pathname in answers ? Response.json(await answers[pathname]) : new Response(null, { status: 404 });
  };
}
