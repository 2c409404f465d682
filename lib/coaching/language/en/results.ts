/** Results, and the people who decide them: English words and phrases, `*` for any beginning or ending of a word. */

export const result = `
  revenue, turnover, quota, sales figures, pipeline, bookings, booked revenue, arr, mrr, acv, gmv, margin,
  margins, profit, profits, profitability, growth, market share, win rate, close rate, hit rate, conversion,
  conversions, conversion rate, churn, retention, renewal, renewals, renewal rate, upsell, upsells, attach
  rate, nps, csat, satisfaction, satisfaction score, rating, ratings, stars, five-star, review score,
  approval rating, views, viewers, viewership, watch time, watchtime, watch hours, subs, subscriber,
  subscribers, subscriptions, followers, follows, likes, impressions, click rate, clickthrough,
  click-through, ctr, engagement, engagement rate, downloads, installs, signups, sign-ups, trials, leads,
  opps, logos, meetings booked, demos booked, orders, order value, basket, basket size, average basket,
  footfall, covers, takings, till takings, donations, attendance, turnout, enrolment, enrollment, pass rate,
  grades, gcse, gcses, sats, exam results, results, scores, score, league table, ofsted, throughput,
  velocity, burndown, uptime, downtime, latency, p95, p99, error rate, error budget, crash rate, bug count,
  incidents, sev-1, sev1, sev-1s, outages, backlog, ticket volume, first response time, response time,
  handle time, aht, resolution time, resolution rate, reopen rate, deflection, sla, slas, escalations,
  complaints, refunds, chargebacks, shrinkage, wastage, waste, absences, sickness, sick days, attrition,
  staff turnover, turnover rate, headcount, fill rate, time to hire, cost, costs, cost per lead, cpa, cac,
  roi, spend, overtime bill, budget, savings, pounds, euros, dollars, grand, million, millions, percent, %,
  target, targets, numbers, kpi, kpis, okr, okrs, rank, ranking, rankings, award, awards, prize, trophy,
  shortlist, bestseller, circulation, readership, open rate, opens, unsubscribes, bounce rate, page views,
  pageviews, traffic, uniques, clicks, sell-through, podium, streak, deal, deals, contract, contracts,
  signature, signatures, month-end, retweets, virality, audience figures, listeners, patrons, members,
  memberships, tips, sponsors, sponsorship, sponsorships, brand deals, income, commission, bonus, royalties,
  rights, coverage, accident, accidents, infections, falls, pressure sores, readmissions, mortality, waiting
  list, waiting times, occupancy, defects, reject rate, scrap, yield, on-time delivery, deliveries late,
  parcels lost, breakages, near misses, failures, failure rate, drop-off, dropoff, drop-offs, abandonment,
  bounces, exits, feedback score, completion rate, adoption, usage, dau, mau, stickiness, nomination, front
  page, chart, charts, bestseller list, front table, pass marks, sold, users, mentions, referrals, walk-ins,
  no-shows, take-up, uptake, exclusions, suspensions, attendance rate, lateness, fines, rollbacks, rollback,
  inspectors, inspection grade, tender, bid, bids, funnel, forecast, prospects, pickings, tickets open,
  repeat contacts, repeat calls, abandoned calls, breaches, sla breaches, offers declined, new business, new
  customers, new clients, market leader, number one, top ten, top three, first place, best in, page one,
  recommendation, hires, probation, resignations, resignation, vacancies, morale score, stock loss, loss,
  losses, sales, sell-out, readership figures, cash flow, cashflow, liquidity, overhead, overheads, bottom
  line, top line, run rate, burn rate, ltv, arpu, lifetime value, payback, market position, repeat purchase,
  repeat business, repeat orders, cancellation rate, return rate, retention rate, graduation rate, dropout
  rate, dropouts, dropout, relapse rate, cure rate, survival rate, complication rate, fall rate, case
  numbers, call volume, caller numbers, hold times, wait times, first-call resolution, first call
  resolution, customer base, loyalty scheme sign-ups, word of mouth, write-up, write-ups, backlinks, search
  ranking, search rankings, share of voice, brand awareness, household name, test winner, audience award,
  gold medal, silver medal, medal, medals, planning permission, certification, accreditation, licence
  renewal, clean bill, stock   price, share price, valuation, surplus, deficit, red ink, in the red, in the
  black, quarter-end, year-end, last year's level, year on year, month on month, quarter on quarter
`;

export const resultVerb = `
  win, won, lose, lost, sign, signed, renew, renewed, churn, churned, cancel, cancelled, canceled,
  unsubscribe, unsubscribed, subscribe, subscribed, buy, bought, purchase, order, ordered, quit, resign,
  resigned, leave, left, ghost, ghosted, convert, converted, defect, complain, complained, come back, came
  back, returned, went with, go with, chose, choose, picked us, picked them, dropped out, drop out, bail,
  bailed, bounce, bounced, click away, clicked away, swipe, swiped, scrolled past, tuned out, switched off,
  switch off, gave us, brought in, bring in, earn, earned, made us, cost us, saved us, saves us, lands,
  land, landed, close, closed, closes, hit, hits, miss, missed, beat, smash, smashed, exceed, exceeded,
  reach, reached, achieve, achieved, deliver, double, doubled, triple, tripled, halve, halved, grow, grew,
  grown, rise, rose, risen, fall, fell, fallen, drop, dropped, climb, climbed, jump, jumped, spike, spiked,
  plunge, plunged, dip, dipped, sink, sank, tank, tanked, plateau, plateaued, flop, flopped, soar, soared,
  increase, increased, decrease, decreased, reduce, reduced, cut, raise, boost, boosted, shrink, lift, bring
  down, get down, get up, push up, drive up, is up, is down, are up, are down, was up, was down, went up,
  went down, gone up, gone down, down to, up to, dried up, passed, pass, failed, fail, qualify, qualified,
  came third, came first, came second, came last, finished first, finished second, ranked, rank, trended,
  trending, viral, went viral, go viral, sold out, sell out, sold, sell, upsell, hired, accepted, accept,
  rejected, turned down, turned us down, pulled out, walked away, walk away, went dark, go dark, signed
  elsewhere, approved, funded, awarded, nominated, shortlisted, performed, underperformed, outperformed,
  profitable, break even, pay for itself, paid off, worked, sticks around, stayed, stay, stick around, keep
  watching, kept watching, finished watching, watched to the end, shared it, subscribed after, came in at,
  stands at, sits at, hovers, hovering, holding at, stuck at, landed at, ended at, ended on, closed at,
  averaging, averages, averaged, bring back, brings back, win over, won over, win back, trickled, trickle,
  get through, gets through, got through, get us, got us, brought us, fill, filled, full again, fully
  booked, booked out, back to life, doubled since, graded, grade, gave the, scored, scores, stay under, come
  in under, came in under, handed in their notice, gave notice, asking to be taken off, made it past, was
  gone, are gone, has gone up, slipped, slid, hold on to, keep from leaving, from leaving, from going, talk
  into, poach, poached, sue, sued, settle, escaped, hooked, stuck with us, opted, refused, declined, agreed,
  said yes, said no, booked, re-ordered, reorder, voted, recommended, recommend us, praised, tip, tipped,
  donated, applied, enrolled, enrol, attended, turned up, showed up for, stayed away, watched to, listened
  to the end, opened it, clicked, lapsed, stagnate, stagnated, stagnating, flatline, flatlined, nosedive,
  nosedived, crater, cratered, slump, slumped, tumbled, skid, skidded, rebounded, recovered, surged,
  rocketed, skyrocket, skyrocketed, ballooned, swelled, mushroom, mushroomed, quadruple, quadrupled,
  outsell, outsold, outrank, outranked, overtook, undercut, undershoot, undershot, overshoot, overshot,
  deserted, abandoned, walk out on, walked out, switched to, switch to the, moved to the competition, took
  their business, taken their   business, took their money, snapped up, snap up, shortlist, longlisted,
  greenlit, greenlight, signed off   on the budget, turned us away, knocked back, knock back, blacklisted,
  delisted, certified, accredited, fined, relegated, graduated, flunked, flunk, aced, expelled, re-enrolled,
  resubscribed, resubscribe, unfollowed, unfollow, muted us, recommended us, referred us, raved, rave,
  panned, slated, standing ovation, broke even, breaks even, paid for itself, pays for itself, went bust, go
  bust, written off, write off the, over the line, through the roof, off the charts, in the basement, out
  of the running, behind plan, ahead of plan, on plan, below plan, short of target, ahead of target, stuck
  on, parked at, creeping up, crept up, crept down, edged up, edged down, ticked up, inched up
`;

export const others = `
  customer, customers, client, clients, buyer, buyers, prospect, prospects, viewer, viewers, reader,
  readers, audience, people, fans, followers, subscribers, patients, patient, residents, families, family,
  parents, parent, pupils, pupil, students, student, kids, children, guests, guest, shoppers, candidates,
  candidate, applicants, sponsor, sponsors, partners, investors, board, market, competitor, competitors,
  rival, rivals, users, user, they, nobody, no one, everyone, half, most of them, tenants, donors, members,
  listeners, dads, mums, team, company, account, accounts
`;
