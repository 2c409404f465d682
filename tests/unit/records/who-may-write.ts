/**
 * Who may write what, as a person can check it against "Who may see and write what" in docs/server.md. Nothing here is
 * worked out by the code that it tests.
 *
 * Olive is the owner. Anna and Carl are coaches and coach Ravi; Piet, a coachee, is assigned to Ravi too. Boris is a
 * coach, but coaches nobody. Ravi and Nora are coachees, Stella a sponsor, Lin a liaison, Uma has a role that this
 * version does not know.
 */

/** `all`: whoever stands in that relation. `leads`: of these the coaches and owners. `owners`: of these the owners. */
export type Who = 'all' | 'leads' | 'owners' | 'none';

/** Records that stand alone. Behind the audience: who may write it about whom. */
export const STANDING = `
kinds                             audience    oneself  coachee  another  nobody
note scorecard                    author      all      all      owners   all
note scorecard                    pair        all      all      owners   none
note scorecard                    coaches     all      all      owners   none
note scorecard                    workspace   leads    leads    owners   none
behaviour log ruling cycle        author      all      all      owners   all
behaviour log ruling cycle        pair        all      all      owners   all
behaviour log ruling cycle        coaches     all      all      owners   all
behaviour log ruling cycle        workspace   leads    leads    owners   leads
rubric template                   author      all      all      owners   all
rubric template                   pair        leads    leads    owners   leads
rubric template                   coaches     leads    leads    owners   leads
rubric template                   workspace   leads    leads    owners   leads
site                              author      all      all      owners   all
site                              pair        owners   owners   owners   owners
site                              coaches     owners   owners   owners   owners
site                              workspace   owners   owners   owners   owners
routine review programme          author      all      all      owners   all
routine review programme          pair        all      all      owners   all
routine review programme          coaches     all      all      owners   all
routine review programme          workspace   leads    leads    owners   leads
stage leave                       author      all      all      owners   all
stage leave                       pair        all      all      owners   all
stage leave                       coaches     all      all      owners   all
stage leave                       workspace   leads    leads    owners   leads
site settings                     author      all      all      owners   all
site settings                     pair        owners   owners   owners   owners
site settings                     coaches     owners   owners   owners   owners
site settings                     workspace   owners   owners   owners   owners
position                          author      all      all      owners   all
position                          pair        all      owners   owners   none
position                          coaches     all      owners   owners   none
position                          workspace   all      owners   owners   none
hologram                          author      all      all      owners   all
hologram                          pair        all      all      owners   all
hologram                          coaches     all      all      owners   all
hologram                          workspace   leads    leads    owners   leads
`;

/**
 * Answers: the types that come first in their references, and who may write to whom by what the thread began with.
 * `anna>ravi` is written by Anna to Ravi, `*>self` by anybody for
 * themself, and for the whole workspace by coaches and owners only.
 */
export const ANSWERS = `
kind             first                                                    between Anna and Ravi                              Ravi’s own promise                                    Nora’s own note  Boris’s behaviour for all
acknowledgement  note,behaviour                                           anna>anna,anna>ravi,ravi>anna,ravi>ravi            -                                                     nora>nora        boris>boris
seen             note                                                     anna>anna,anna>ravi,ravi>anna,ravi>ravi            -                                                     nora>nora        -
commitment       note,behaviour,acknowledgement,commitment,verdict        anna>anna,anna>ravi,ravi>anna,ravi>ravi            ravi>ravi                                             nora>nora        *>self
evidence         commitment,note                                          anna>anna,anna>ravi,ravi>anna,ravi>ravi            ravi>ravi                                             nora>nora        -
reply            note,acknowledgement                                     anna>ravi,ravi>ravi                                -                                                     nora>nora        -
verdict          commitment                                               anna>ravi,ravi>ravi,carl>ravi,piet>ravi,olive>ravi  ravi>ravi,anna>ravi,carl>ravi,piet>ravi,olive>ravi    -                -
placement        note                                                     anna>ravi,ravi>ravi                                -                                                     nora>nora        -
run              routine                                                  anna>ravi,ravi>ravi,carl>ravi,piet>ravi,olive>ravi  -                                                    -                -
decision         review                                                   anna>ravi,ravi>ravi,carl>ravi,piet>ravi,olive>ravi  -                                                    -                -
`;

/** Who sees a record of each thread, for each audience, besides its own author. */
export const READERS = `
began                       author  pair       coaches              workspace
between Anna and Ravi       -       anna,ravi  anna,ravi,carl,piet  *
Ravi’s own promise          -       ravi       ravi,anna,carl,piet  *
Nora’s own note             -       nora       nora                 *
Boris’s behaviour for all   -       -          -                    *
`;

/** The cells of such a table, by the words of its first line. Columns are two blanks or more apart. */
export function rowsOf(table: string): Record<string, string>[] {
  const [head = [], ...rows] = table.trim().split('\n').map(cellsOf);
  return rows.map(cells => {
    if (cells.length !== head.length) throw new Error(`Not as wide as the table: ${cells.join(' | ')}`);
    return Object.fromEntries(head.map((name, at) => [name, cells[at] ?? '']));
  });
}

function cellsOf(line: string): string[] {
  return line.trim().split(/ {2,}/);
}
